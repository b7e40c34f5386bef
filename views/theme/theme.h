// SPDX-License-Identifier: GPL-3.0-or-later
// How everything looks: colours by meaning, one type scale, one spacing grid.
//
// Units: pixels at scale 1. Colours keep their meaning in all themes; only their lightness follows the
// ground. Thread: the value may be copied anywhere; applyTheme and currentTheme belong to the GUI thread.
// Promise: every colour that carries text reads on a panel. [Theme.TextColoursReadOnEverySurface]
#pragma once

#include <QColor>
#include <QFont>
#include <QMetaType>
#include <QString>

class QApplication;

namespace supernode {

// The whole type scale; the number is the pixel size at scale 1.
enum class TextSize { Small = 11, Body = 12, Control = 13, Title = 15, Large = 20, Number = 28 };

namespace space {
constexpr int half = 4;
constexpr int unit = 8; // the grid: distances are multiples of it, or half of it inside a control
constexpr int wide = 16;
constexpr int edge = 20;   // of a panel to what stands in it
constexpr int radius = 6;  // of cards and controls
constexpr int target = 32; // least height of anything that can be hit
constexpr int mainTarget = 44;
} // namespace space

struct Theme {
    QString name; // "dark", "light", "projector"
    QColor ground, panel, raised, hover, line, groove, selected;
    QColor text, textDim, textOnAccent;
    QColor accent; // what can be acted on, keyboard focus
    QColor cloudMatrix, nvl72;
    QColor failed, failedGround;
    QColor good, bad;
    QColor phaseTraffic, phaseOther;
    double scale = 1; // of all text

    QFont font(TextSize size, QFont::Weight weight = QFont::Normal) const;
    int px(TextSize size) const;
    // The same hue, moved towards the text colour until it reads on a panel (4.5:1).
    QColor readable(const QColor& colour) const;

    bool operator==(const Theme&) const = default;
};

Theme darkTheme();
Theme lightTheme();
Theme projectorTheme(); // light, high contrast, larger text
// Distinct hues of the same lightness that keep away from the colour of failure; dark text reads on them.
// Promise: no plane looks failed. [Theme.PlaneColoursAreDistinctAndNotTheColourOfFailure]
QColor planeColour(int plane, int planes);
Theme themeNamed(const QString&); // dark when the name is unknown

// WCAG 2 contrast ratio of two opaque colours, 1..21.
double contrast(const QColor& a, const QColor& b);

// Style, palette, font and style sheet of the whole program; shown widgets follow at once.
// Promise: painted widgets see the theme that was applied last. [Theme.TheAppliedThemeIsTheCurrentOne]
void applyTheme(QApplication& application, const Theme& theme);
// The theme that was applied, dark before that. Painted widgets ask in each paintEvent.
Theme currentTheme();

QString styleSheet(const Theme& theme);

} // namespace supernode

Q_DECLARE_METATYPE(supernode::Theme)
