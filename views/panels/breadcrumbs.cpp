// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/breadcrumbs.h"

#include "views/panels/pill_button.h"
#include "views/theme/words.h"

#include <QHBoxLayout>
#include <QPainter>

namespace supernode {

CrumbButton::CrumbButton(ElementId element, const QString& text, bool last, QWidget* parent)
    : PaintedButton(parent), m_element(element), m_last(last) {
    setText(text);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize CrumbButton::sizeHint() const {
    const QFont font = currentTheme().font(TextSize::Control, m_last ? QFont::DemiBold : QFont::Normal);
    return {widthOf(font, text()) + (m_last ? 8 : 24), space::target};
}

void CrumbButton::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    p.setFont(t.font(TextSize::Control, m_last ? QFont::DemiBold : QFont::Normal));
    p.setPen(m_last || isHot() ? t.text : t.textDim);
    const QRectF box = rect();
    setElided(drawLine(p, box.adjusted(4, 0, m_last ? -4 : -20, 0), Qt::AlignVCenter, text()));
    if (!m_last) {
        p.setPen(t.textDim);
        p.drawText(box.adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("›"));
    }
    if (showsFocus())
        drawFocusRing(p, box, 4, t);
}

Breadcrumbs::Breadcrumbs(QWidget* parent)
    : QWidget(parent), m_line(new QHBoxLayout(this)), m_back(new SignButton(Sign::Back, tr("Back"))),
      m_forward(new SignButton(Sign::Forward, tr("Forward"))) {
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(0);
    m_line->addWidget(m_back);
    m_line->addWidget(m_forward);
    m_line->addSpacing(space::half);
    m_line->addStretch(1);
    connect(m_back, &QAbstractButton::clicked, this, &Breadcrumbs::backRequested);
    connect(m_forward, &QAbstractButton::clicked, this, &Breadcrumbs::forwardRequested);
    setHistory(false, false);
}

void Breadcrumbs::setHistory(bool canGoBack, bool canGoForward) {
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void Breadcrumbs::setElement(const Fabric& fabric, ElementId element) {
    const ElementId shown = element.valid() ? element : fabric.id(ElementKind::System, 0);
    std::vector<std::pair<ElementId, QString>> steps;
    for (const ElementId step : fabric.path(shown))
        steps.emplace_back(step, capitalized(word(fabric.shortName(step))));
    if (steps == m_steps)
        return;
    m_steps = std::move(steps);
    for (CrumbButton* crumb : m_crumbs) { // one of them may be the sender
        m_line->removeWidget(crumb);
        crumb->hide();
        crumb->deleteLater();
    }
    m_crumbs.clear();
    for (const auto& step : m_steps) {
        auto* crumb = new CrumbButton(step.first, step.second, &step == &m_steps.back(), this);
        connect(crumb, &QAbstractButton::clicked, this,
                [this, id = step.first] { emit elementSelected(id); });
        m_line->insertWidget(m_line->count() - 1, crumb);
        m_crumbs.push_back(crumb);
    }
    fit();
}

void Breadcrumbs::fit() {
    int room = width() - fixedWidth();
    bool fits = true;
    for (auto crumb = m_crumbs.rbegin(); crumb != m_crumbs.rend(); ++crumb) {
        room -= (*crumb)->sizeHint().width();
        fits = fits && (room >= 0 || crumb == m_crumbs.rbegin());
        (*crumb)->setVisible(fits);
    }
}

int Breadcrumbs::fixedWidth() const {
    return m_back->sizeHint().width() + m_forward->sizeHint().width() + space::half;
}

QSize Breadcrumbs::sizeHint() const {
    int wide = fixedWidth();
    for (const CrumbButton* crumb : m_crumbs)
        wide += crumb->sizeHint().width();
    return {wide, QWidget::sizeHint().height()};
}

void Breadcrumbs::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

} // namespace supernode
