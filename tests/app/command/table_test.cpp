// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/table.h"

#include <gtest/gtest.h>

#include <limits>

namespace supernode {
namespace {

TEST(Table, ColumnsLineUp) {
    Table table({Align::Left, Align::Right, Align::Left});
    table.add({"a", "1,000", "x"});
    table.add({"long", "2", ""});
    EXPECT_EQ(table.text(1), " a     1,000  x\n long      2\n");
}

TEST(Table, CharactersCountOnceWhateverTheirBytes) {
    Table table({Align::Left, Align::Left});
    table.add({"\xc2\xb5s", "x"});
    table.add({"ms", "y"});
    EXPECT_EQ(table.text(0), "\xc2\xb5s  x\nms  y\n");
}

TEST(Table, AModelledNumberHasThreeDigits) {
    EXPECT_EQ(threeDigits(150.528), "151");
    EXPECT_EQ(threeDigits(27392.857), "27,400");
    EXPECT_EQ(threeDigits(0.036505867), "0.0365");
    EXPECT_EQ(threeDigits(9.9999), "10.0");
    EXPECT_EQ(threeDigits(-0.774), "-0.774");
    EXPECT_EQ(threeDigits(0), "0.00");
    EXPECT_EQ(threeDigits(std::numeric_limits<double>::quiet_NaN()), "not a number");
}

TEST(Table, APublishedNumberIsShownAsItStands) {
    EXPECT_EQ(sixDigits(288.768), "288.768");
    EXPECT_EQ(sixDigits(5376), "5,376");
    EXPECT_EQ(sixDigits(8.2), "8.2");
    EXPECT_EQ(wholeWithCommas(67108864), "67,108,864");
    EXPECT_EQ(wholeWithCommas(-1234.5), "-1,234.5");
}

TEST(Table, LongSentencesAreBroken) {
    EXPECT_EQ(wrapped("one two three", 2, 9), "  one two\n  three\n");
    EXPECT_EQ(wrapped("", 2, 9), "  \n");
}

} // namespace
} // namespace supernode
