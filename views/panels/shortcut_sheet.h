// SPDX-License-Identifier: GPL-3.0-or-later
// All keys at a glance, in groups; any key or click closes it. Thread: GUI.
#pragma once

#include "views/panels/overlay.h"

#include <QString>

#include <vector>

class QGridLayout;

namespace supernode {

struct ShortcutLine {
    QString group, keys, title;
};

class ShortcutSheet : public Overlay {
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget* over);
    // Lines of one group stand together, in the order in which groups come first.
    // Promise: every line is shown with its keys. [ShortcutSheetTest.EveryLineIsShownWithItsKeys]
    void tell(const QString& title, const std::vector<ShortcutLine>& lines);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QGridLayout* m_grid = nullptr;
    QWidget* m_body = nullptr;
};

} // namespace supernode
