// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/shortcut_sheet.h"

#include "views/panels/painted.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {
namespace {

constexpr int mostLines = 14; // in one column

} // namespace

ShortcutSheet::ShortcutSheet(QWidget* over) : Overlay(over) {}

void ShortcutSheet::tell(const QString& title, const std::vector<ShortcutLine>& lines) {
    delete m_body;
    m_body = new QWidget;
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::wide);
    m_grid->setVerticalSpacing(6);
    m_grid->addWidget(makeLabel(title, "title"), 0, 0, 1, 2);
    QStringList groups;
    for (const ShortcutLine& line : lines)
        if (!groups.contains(line.group))
            groups << line.group;
    int row = 1, column = 0;
    for (const QString& group : groups) {
        const auto count = static_cast<int>(std::count_if(
            lines.begin(), lines.end(), [&](const ShortcutLine& l) { return l.group == group; }));
        if (row > 1 && row + count > mostLines) { // a group is never torn apart
            row = 1;
            column += 3;
            m_grid->setColumnMinimumWidth(column - 1, space::edge);
        }
        m_grid->addWidget(makeLabel(group, "section"), row++, column, 1, 2);
        for (const ShortcutLine& line : lines) {
            if (line.group != group)
                continue;
            m_grid->addWidget(makeLabel(line.keys, "strong", "accent"), row, column);
            m_grid->addWidget(makeLabel(line.title, "body"), row++, column + 1);
        }
    }
    this->column()->addWidget(m_body);
    card()->adjustSize();
    setAccessibleName(title);
    open();
}

void ShortcutSheet::keyPressEvent(QKeyEvent*) { close(); }

void ShortcutSheet::mousePressEvent(QMouseEvent*) { close(); }

} // namespace supernode
