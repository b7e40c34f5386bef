// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/number_format.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);
const QLocale german(QLocale::German, QLocale::Germany);

std::string text(const QString& s) {
    return QString(s).replace(QChar(0x2009), '~').toStdString(); // ~ stands for the thin space
}

TEST(NumberFormat, AModelledNumberHasThreeDigits) {
    EXPECT_EQ(text(modelled(1871, english)), "1,870");
    EXPECT_EQ(text(modelled(51.34, english)), "51.3");
    EXPECT_EQ(text(modelled(0.012345, english)), "0.0123");
    EXPECT_EQ(text(modelled(8, english)), "8.00");
    EXPECT_EQ(text(modelled(123456789, english)), "123,000,000");
    EXPECT_EQ(text(modelled(0, english)), "0");
    EXPECT_EQ(text(modelled(-2.5, english)), "-2.50");
}

// 999.6 rounds to 1000, which has its three digits before the hundreds: no "1000.0", no fourth digit.
TEST(NumberFormat, RoundingUpToAPowerOfTenKeepsTheDigits) {
    EXPECT_EQ(text(modelled(999.6, english)), "1,000");
    EXPECT_EQ(text(modelled(9.996, english)), "10.0");
    EXPECT_EQ(text(modelled(99.96, english)), "100");
}

TEST(NumberFormat, ANumberThatIsNoneIsADash) {
    EXPECT_EQ(text(modelled(std::numeric_limits<double>::quiet_NaN(), english)), "–");
    EXPECT_EQ(text(modelled(std::numeric_limits<double>::infinity(), english)), "–");
}

TEST(NumberFormat, ASourcesNumberIsShownAsItIs) {
    EXPECT_EQ(text(exact(10752, english)), "10,752");
    EXPECT_EQ(text(exact(150.528, english)), "150.528");
    EXPECT_EQ(text(exact(28, english)), "28");
    EXPECT_EQ(text(exact(0.5, english)), "0.5");
}

TEST(NumberFormat, GroupingFollowsTheLocale) {
    EXPECT_EQ(text(modelled(1871, german)), "1.870");
    EXPECT_EQ(text(modelled(51.34, german)), "51,3");
}

TEST(NumberFormat, UnitsFollowAThinSpace) {
    EXPECT_EQ(text(withUnit("51.3", "ms")), "51.3~ms");
    EXPECT_EQ(text(withUnit("51.3", "us")), "51.3~µs");
    EXPECT_EQ(text(withUnit("7", "")), "7");
}

TEST(NumberFormat, ChangesAreSigned) {
    EXPECT_EQ(text(signedChange(1.9, "ms", english)), "+1.9~ms");
    EXPECT_EQ(text(signedChange(-3.74, "%", english)), "-3.7~%");
    EXPECT_EQ(text(signedChange(13, "%", english)), "+13~%");
    EXPECT_EQ(text(signedChange(16.67, "%", english)), "+16.7~%");
    EXPECT_EQ(text(signedChange(-1, "kW", english)), "-1~kW");
    EXPECT_EQ(text(signedChange(0, "%", english)), "0~%");
}

TEST(NumberFormat, TimeTakesTheUnitThatSuitsIt) {
    EXPECT_EQ(text(modelledTime(microseconds(178.2), english)), "178~µs");
    EXPECT_EQ(text(modelledTime(microseconds(1782), english)), "1.78~ms");
    EXPECT_EQ(text(modelledTime(seconds(2), english)), "2.00~s");
    EXPECT_EQ(text(modelledTime(seconds(200e-9), english)), "200~ns");
    EXPECT_DOUBLE_EQ(inUnit(microseconds(1500), TimeUnit::Milliseconds), 1.5);
    EXPECT_DOUBLE_EQ(secondsIn("ms"), 1e-3);
    EXPECT_DOUBLE_EQ(secondsIn("kW"), 0);
}

TEST(NumberFormat, SizesOfMessagesAreBinary) {
    EXPECT_EQ(text(byteSize(mebibytes(64), english)), "64~MiB");
    EXPECT_EQ(text(byteSize(bytes(1536), english)), "1.5~KiB");
    EXPECT_EQ(text(byteSize(mebibytes(1024), english)), "1~GiB");
    EXPECT_EQ(text(byteSize(bytes(100), english)), "100 bytes");
}

TEST(NumberFormat, FactsTakeTheUnitThatSuitsThem) {
    EXPECT_EQ(text(factText(gigabitsPerSecond(224), english)), "28~GB/s"); // 224 / 8
    EXPECT_EQ(text(factText(gigabytesPerSecond(1600), english)), "1.6~TB/s");
    EXPECT_EQ(text(factText(teraflops(752), english)), "752~TFLOPS");
    EXPECT_EQ(text(factText(teraflops(2500), english)), "2.5~PFLOPS");
    EXPECT_EQ(text(factText(gigabytes(128), english)), "128~GB");
    EXPECT_EQ(text(factText(kilowatts(559), english)), "559~kW");
    EXPECT_EQ(text(factText(seconds(200e-9), english)), "200~ns");
    EXPECT_EQ(text(factText(ratio(0.839), english)), "83.9~%");
    EXPECT_EQ(text(factText(millimetres(600), english)), "600~mm");
    EXPECT_EQ(text(factText(Money::fromBase(8.2e6), english)), "8.2~M USD");
    EXPECT_EQ(text(factText(10752, english)), "10,752");
}

TEST(NumberFormat, RatesAndBytesComeInTheUnitThatSuits) {
    const auto plain = [](QString text) { return text.replace(QChar(0x2009), ' ').toStdString(); };
    EXPECT_EQ(plain(modelledRate(gigabytesPerSecond(0.219), english)), "0.219 GB/s");
    EXPECT_EQ(plain(modelledRate(gigabytesPerSecond(0.0219), english)), "21.9 MB/s");
    EXPECT_EQ(plain(modelledRate(gigabytesPerSecond(3136), english)), "3,140 GB/s");
    EXPECT_EQ(plain(modelledRate(gigabytesPerSecond(25'900), english)), "25.9 TB/s");
    EXPECT_EQ(plain(modelledBytes(bytes(87'400), english)), "87.4 kB");
    EXPECT_EQ(plain(modelledBytes(bytes(48e9), english)), "48.0 GB");
}

} // namespace
} // namespace supernode
