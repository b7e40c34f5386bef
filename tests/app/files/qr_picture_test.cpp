// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/qr_picture.h"

#include <gtest/gtest.h>

#include <algorithm>

#ifdef SUPERNODE_WITH_ZBAR
#include <zbar.h>
#endif

namespace supernode {
namespace {

const std::string code = "1ABCD-EFGH0-12345-67890-JKMNP-QRSTV-WXYZ0-12345-67890-ABCDE-FGHJK-MNPQR-"
                         "STVWX-YZ012-34567-89ABC-DEFGH-JKMNP-QRSTV-WXYZ0";

// 119 characters of the alphanumeric mode are 4 + 9 + 660 bits: version 5 (37 squares) holds 688 with level
// M.
TEST(QrPicture, TheLargestCodeTakesVersionFive) { EXPECT_EQ(qrSquares(code)->size, 37); }

// The three finders: dark rings of seven with a light one inside, in every corner but the lower right one.
TEST(QrPicture, ThreeCornersHaveTheirFinders) {
    const QrSquares squares = *qrSquares(code);
    for (const auto& [left, top] : {std::pair{0, 0}, std::pair{30, 0}, std::pair{0, 30}})
        for (int i = 0; i < 7; ++i) {
            EXPECT_TRUE(squares.isDark(left + i, top));
            EXPECT_TRUE(squares.isDark(left, top + i));
            EXPECT_EQ(squares.isDark(left + i, top + 1), i == 0 || i == 6);
        }
    EXPECT_FALSE(squares.isDark(-1, 0));
    EXPECT_FALSE(squares.isDark(0, 37));
}

TEST(QrPicture, TextAndSvgHoldTheQuietZone) {
    const QrSquares squares = *qrSquares(code);
    const std::string svg = qrSvg(squares, code), text = qrText(squares);
    EXPECT_NE(svg.find("viewBox=\"0 0 45 45\""), std::string::npos);
    EXPECT_NE(svg.find("<title>" + code), std::string::npos);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 23); // 45 rows, two a line
}

TEST(QrPicture, WhatIsTooLongIsRefused) {
    EXPECT_FALSE(qrSquares(""));
    EXPECT_FALSE(qrSquares(std::string(1025, 'A')));
}

#ifdef SUPERNODE_WITH_ZBAR
// As a camera sees it: each square five points wide, grey levels 0 and 255.
TEST(QrPicture, AScannerReadsWhatWasWritten) {
    const QrSquares squares = *qrSquares(code);
    constexpr int scale = 5;
    const int edge = (squares.size + 2 * qrQuietZone) * scale;
    std::string grey(static_cast<std::size_t>(edge) * static_cast<std::size_t>(edge), '\xff');
    for (int y = 0; y < edge; ++y)
        for (int x = 0; x < edge; ++x)
            if (squares.isDark(x / scale - qrQuietZone, y / scale - qrQuietZone))
                grey[static_cast<std::size_t>(y * edge + x)] = '\0';
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::Image image(static_cast<unsigned>(edge), static_cast<unsigned>(edge), "Y800", grey.data(),
                      grey.size());
    ASSERT_EQ(scanner.scan(image), 1);
    EXPECT_EQ(image.symbol_begin()->get_data(), code);
}
#endif

} // namespace
} // namespace supernode
