// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QLabel>

#include <gtest/gtest.h>

namespace supernode {
namespace {

const std::vector<Theme>& themes() {
    static const std::vector<Theme> all{darkTheme(), lightTheme(), projectorTheme()};
    return all;
}

// By definition (WCAG 2): black on white is (1 + 0.05) / (0 + 0.05) = 21.
TEST(Theme, ContrastOfBlackAndWhiteIsTwentyOne) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 1e-6);
    EXPECT_NEAR(contrast(Qt::white, Qt::white), 1.0, 1e-6);
}

// WCAG 2 level AA asks for 4.5:1 for text of ordinary size.
TEST(Theme, TextColoursReadOnEverySurface) {
    for (const Theme& t : themes()) {
        for (const QColor& ground : {t.ground, t.panel, t.raised, t.selected}) {
            EXPECT_GE(contrast(t.text, ground), 4.5) << t.name.toStdString();
            EXPECT_GE(contrast(t.textDim, ground), 4.5) << t.name.toStdString();
        }
        for (const QColor& colour : {t.accent, t.failed, t.good, t.bad})
            EXPECT_GE(contrast(colour, t.panel), 4.5) << t.name.toStdString() << colour.name().toStdString();
        EXPECT_GE(contrast(t.text, t.failedGround), 4.5);
        for (const QColor& block : {t.phaseTraffic, t.phaseOther, t.cloudMatrix, t.nvl72})
            EXPECT_GE(contrast(t.textOnAccent, block), 4.5) << t.name.toStdString();
    }
}

TEST(Theme, ColoursOfTheMachinesAreReadableAsText) {
    for (const Theme& t : themes())
        for (const QColor& colour : {t.cloudMatrix, t.nvl72})
            EXPECT_GE(contrast(t.readable(colour), t.panel), 4.5) << t.name.toStdString();
    EXPECT_EQ(darkTheme().readable(darkTheme().cloudMatrix), darkTheme().cloudMatrix);
}

TEST(Theme, MachinesKeepTheirColourInAllThemes) {
    for (const Theme& t : themes()) {
        EXPECT_EQ(t.cloudMatrix, QColor("#E69F00"));
        EXPECT_EQ(t.nvl72, QColor("#56B4E9"));
    }
}

TEST(Theme, IsFoundByNameAndDarkOtherwise) {
    EXPECT_EQ(themeNamed("light"), lightTheme());
    EXPECT_EQ(themeNamed("projector"), projectorTheme());
    EXPECT_EQ(themeNamed("no such theme"), darkTheme());
}

TEST(Theme, TheAppliedThemeIsTheCurrentOne) {
    applyTheme(*qApp, lightTheme());
    EXPECT_EQ(currentTheme(), lightTheme());
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), lightTheme().ground);
    applyTheme(*qApp, darkTheme());
    EXPECT_EQ(currentTheme(), darkTheme());
}

TEST(Theme, NoPlaceholderIsLeftInTheStyleSheet) {
    for (const Theme& t : themes())
        EXPECT_FALSE(styleSheet(t).contains('@'));
}

TEST(Theme, PlaneColoursAreDistinctAndNotTheColourOfFailure) {
    const Theme t = darkTheme();
    for (int planes : {1, 7, 18})
        for (int i = 0; i < planes; ++i) {
            const QColor colour = planeColour(i, planes);
            EXPECT_GE(contrast(t.textOnAccent, colour), 4.5) << i;
            EXPECT_GE(std::abs(colour.hue() - t.failed.hue()), 30) << i;
            for (int j = 0; j < i; ++j)
                EXPECT_NE(colour, planeColour(j, planes));
        }
}

// Scale 1.2 of 15 px is 18 px.
TEST(Theme, ProjectorTextIsLarger) {
    EXPECT_EQ(darkTheme().font(TextSize::Title).pixelSize(), 15);
    EXPECT_EQ(projectorTheme().font(TextSize::Title).pixelSize(), 18);
}

} // namespace
} // namespace supernode
