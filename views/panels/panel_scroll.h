// SPDX-License-Identifier: GPL-3.0-or-later
// The scrolling column inside a side panel. Its text keeps its width when the scroll bar comes and goes.
#pragma once

#include <QScrollArea>

class QFrame;
class QVBoxLayout;

namespace supernode {

class PanelScroll : public QScrollArea {
    Q_OBJECT

public:
    // Fills the panel. `margins` are those of the column; the scroll bar stands in the right one.
    PanelScroll(QFrame* panel, const QMargins& margins);
    QVBoxLayout* column() const { return m_column; }

private:
    QVBoxLayout* m_column;
};

} // namespace supernode
