// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/qr_picture.h"

#include <memory>
#include <qrencode.h>

namespace supernode {

Result<QrSquares> qrSquares(const std::string& text) {
    constexpr std::size_t mostBytes = 1024;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        text.size() > mostBytes || text.empty()
            ? nullptr
            : QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1),
        QRcode_free);
    if (!code)
        return Result<QrSquares>::refused(
            Issue{"", "cannot be drawn as a QR code",
                  "give a text of 1 to " + std::to_string(mostBytes) + " bytes"});
    QrSquares squares{code->width, {}};
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    for (std::size_t i = 0; i < count; ++i)
        squares.dark.push_back((code->data[i] & 1) != 0);
    return squares;
}

std::string qrText(const QrSquares& squares) {
    constexpr std::string_view light = "\x1b[30;107m", back = "\x1b[0m";
    std::string text;
    for (int row = -qrQuietZone; row < squares.size + qrQuietZone; row += 2) {
        text += light;
        for (int column = -qrQuietZone; column < squares.size + qrQuietZone; ++column) {
            const bool upper = squares.isDark(column, row), lower = squares.isDark(column, row + 1);
            text += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        text += back;
        text += '\n';
    }
    return text;
}

std::string qrSvg(const QrSquares& squares, std::string_view caption) {
    const std::string edge = std::to_string(squares.size + 2 * qrQuietZone);
    std::string path;
    for (int row = 0; row < squares.size; ++row)
        for (int column = 0; column < squares.size; ++column)
            if (squares.isDark(column, row)) {
                int wide = 1;
                while (squares.isDark(column + wide, row))
                    ++wide;
                const std::string run = std::to_string(wide);
                path.append("M").append(std::to_string(column + qrQuietZone));
                path.append(" ").append(std::to_string(row + qrQuietZone));
                path.append("h").append(run).append("v1h-").append(run).append("z");
                column += wide;
            }
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ";
    svg.append(edge).append(" ").append(edge).append("\" width=\"").append(edge).append("mm\" height=\"");
    svg.append(edge).append("mm\" shape-rendering=\"crispEdges\"><title>").append(caption);
    svg.append("</title><path fill=\"#fff\" d=\"M0 0h").append(edge).append("v").append(edge);
    return svg.append("H0z\"/><path d=\"").append(path).append("\"/></svg>\n");
}

} // namespace supernode
