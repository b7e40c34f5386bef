// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/change_chips.h"

#include "views/panels/pill_button.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {

ChangeChipView::ChangeChipView(const ChangeChip& chip, QWidget* parent)
    : QWidget(parent), m_failure(chip.failure),
      m_remove(new SignButton(Sign::Cross, tr("Take back: %1").arg(chip.text + chip.second))) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(16, 0, 2, 0);
    line->setSpacing(space::half);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addWidget(makeElided(chip.text, "body"));
    if (!chip.second.isEmpty())
        lines->addWidget(makeElided(chip.second, "body", "dim"));
    line->addLayout(lines, 1);
    line->addWidget(m_remove);
    setFixedHeight(chip.second.isEmpty() ? 34 : std::max(46, 2 * fontMetrics().height() + 12));
    connect(m_remove, &QAbstractButton::clicked, this, &ChangeChipView::removeRequested);
}

void ChangeChipView::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    drawRounded(p, rect(), std::min(17.0, height() / 2.0), m_failure ? t.failedGround : t.raised,
                m_failure ? t.failed : t.line);
}

ChangeChips::ChangeChips(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::half);
}

void ChangeChips::setChips(const std::vector<ChangeChip>& chips) {
    if (chips == m_chips)
        return;
    m_chips = chips;
    for (ChangeChipView* view : m_views) { // one of them may be the sender
        m_column->removeWidget(view);
        view->hide();
        view->deleteLater();
    }
    m_views.clear();
    for (std::size_t i = 0; i < chips.size(); ++i) {
        auto* view = new ChangeChipView(chips[i], this);
        connect(view, &ChangeChipView::removeRequested, this,
                [this, i] { emit removeRequested(static_cast<int>(i)); });
        m_column->addWidget(view);
        m_views.push_back(view);
    }
    updateGeometry();
}

} // namespace supernode
