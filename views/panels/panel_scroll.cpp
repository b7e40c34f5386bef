// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/panel_scroll.h"

#include <QFrame>
#include <QScrollBar>
#include <QVBoxLayout>

namespace supernode {

PanelScroll::PanelScroll(QFrame* panel, const QMargins& margins) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setProperty("surface", "clear");
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(margins);
    m_column->setSpacing(0);
    setWidget(content);
    auto* outer = new QVBoxLayout(panel);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(this);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this, margins](int, int last) {
        QMargins fitting = margins;
        if (last > 0)
            fitting.setRight(margins.right() - verticalScrollBar()->sizeHint().width());
        m_column->setContentsMargins(fitting);
    });
}

} // namespace supernode
