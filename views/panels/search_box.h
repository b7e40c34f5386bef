// SPDX-License-Identifier: GPL-3.0-or-later
// A line to type in and what fits it below: the finder and the palette of commands.
//
// Up and down move the choice, Return or a click takes it. An item may only say something, or complete the
// line instead of being taken. Thread: GUI.
// Promise: the keyboard alone is enough. [SearchBoxTest.TheKeyboardAloneIsEnough]
#pragma once

#include "views/panels/overlay.h"

#include <QString>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace supernode {

class SearchBox : public Overlay {
    Q_OBJECT

public:
    struct Item {
        QString title, note;       // note: at the right
        std::function<void()> run; // none: it only says something
        QString completes = {};    // not empty: put into the line instead
    };
    using Source = std::function<std::vector<Item>(const QString& text)>;

    explicit SearchBox(QWidget* over);
    void ask(const QString& title, const QString& hint, Source source);

    QLineEdit* line() const { return m_line; }
    QListWidget* list() const { return m_list; }
    const std::vector<Item>& items() const { return m_items; }

protected:
    QWidget* focusTarget() override;
    bool eventFilter(QObject* watched, QEvent* event) override; // of the line: keys that move the choice
    QRect cardPlace() const override;

private:
    void refresh();
    void move(int step);
    void take(int row);

    QLabel* m_title;
    QLineEdit* m_line;
    QListWidget* m_list;
    Source m_source;
    std::vector<Item> m_items;
};

} // namespace supernode
