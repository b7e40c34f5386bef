// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include <QList>
#include <QPair>

namespace supernode {
namespace {

// Labels say what they are by two properties: `type` picks the size, `tone` the colour.
constexpr const char* sheet = R"(
QWidget { font-size: @control; }
QMainWindow, QDialog { background: @ground; }
QLabel { background: transparent; color: @text; }
QLabel[tone="dim"] { color: @textDim; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="failed"] { color: @failed; }
QLabel[type="small"] { font-size: @small; }
QLabel[type="body"] { font-size: @body; }
QLabel[type="control"] { font-size: @control; }
QLabel[type="section"] { font-size: @small; font-weight: 600; color: @textDim; }
QLabel[type="strong"] { font-size: @control; font-weight: 600; }
QLabel[type="title"] { font-size: @title; font-weight: 600; }
QLabel[type="large"] { font-size: @large; font-weight: 600; }
QLabel[type="number"] { font-size: @number; font-weight: 600; }
QFrame[surface="panel"] { background: @panel; border: none; }
QFrame[surface="card"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
QFrame[surface="raised"] { background: @raised; border: none; border-radius: 6px; }
QFrame[surface="why"] { background: @selected; border: none; border-radius: 6px; }
QScrollArea, QScrollArea > QWidget > QWidget[surface="clear"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle { background: @groove; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @textDim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 6px 8px; }
QMenu { background: @panel; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 8px 24px 8px 16px; border-radius: 4px; }
QMenu::item:selected { background: @selected; }
QMenu::item:disabled { color: @textDim; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QLineEdit { background: @raised; color: @text; border: 1px solid @line; border-radius: 6px; padding: 6px 8px; }
QLineEdit:focus { border-color: @accent; }
QLineEdit[look="value"] { background: transparent; border: 1px solid transparent; padding: 0 3px; font-weight: 600; }
QLineEdit[look="value"]:hover { border-color: @line; }
QLineEdit[look="value"]:focus { background: @raised; border-color: @accent; }
QSplitter::handle { background: @line; }
QTableView { background: @panel; color: @text; selection-background-color: @selected; selection-color: @text; border: none; }
QTableView::item { padding: 0 8px; border: none; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @textDim; border: none; border-bottom: 1px solid @line; padding: 6px 22px 6px 8px; font-size: @small; }
QHeaderView::section:hover { color: @text; background: @raised; }
)";

} // namespace

QString styleSheet(const Theme& theme) {
    const auto size = [&](TextSize s) { return QString::number(theme.px(s)) + "px"; };
    const QList<QPair<QString, QString>> words = {
        {"@ground", theme.ground.name()},      {"@panel", theme.panel.name()},
        {"@raised", theme.raised.name()},      {"@line", theme.line.name()},
        {"@groove", theme.groove.name()},      {"@selected", theme.selected.name()},
        {"@textDim", theme.textDim.name()},    {"@text", theme.text.name()},
        {"@accent", theme.accent.name()},      {"@failed", theme.failed.name()},
        {"@small", size(TextSize::Small)},     {"@body", size(TextSize::Body)},
        {"@control", size(TextSize::Control)}, {"@title", size(TextSize::Title)},
        {"@large", size(TextSize::Large)},     {"@number", size(TextSize::Number)},
    };
    QString text = QString::fromUtf8(sheet);
    for (const auto& [word, value] : words)
        text.replace(word, value);
    return text;
}

} // namespace supernode
