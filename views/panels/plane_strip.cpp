// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/plane_strip.h"

#include <QGridLayout>
#include <QPainter>

namespace supernode {
namespace {

constexpr int perRow = 9;

} // namespace

PlaneButton::PlaneButton(int number, int planes, QWidget* parent)
    : PaintedButton(parent), m_number(number), m_planes(planes) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PlaneButton::setPill(const PlanePill& pill) {
    m_pill = pill;
    const QString name = pill.failed ? tr("%1, failed").arg(pill.name) : pill.name;
    setAccessibleName(name);
    setToolTip(name);
    update();
}

void PlaneButton::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    const QRectF box = QRectF(rect()).adjusted(0, 3, 0, -3);
    const QColor own = planeColour(m_number - 1, m_planes);
    const QColor fill = m_pill.failed ? t.failedGround : isHot() ? own.lighter(112) : own;
    drawRounded(p, box, 5, fill, m_pill.failed ? t.failed : QColor(Qt::transparent), 1.5);
    if (m_pill.failed) {
        QColor ink = t.failed;
        ink.setAlphaF(0.7f);
        p.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap));
        const QRectF cross = box.adjusted(4, 4, -4, -4);
        p.drawLine(cross.topLeft(), cross.bottomRight());
        p.drawLine(cross.topRight(), cross.bottomLeft());
    }
    p.setFont(t.font(TextSize::Body, QFont::DemiBold));
    p.setPen(m_pill.failed ? t.text : t.textOnAccent);
    p.drawText(box, Qt::AlignCenter, QString::number(m_number));
    if (m_pill.selected)
        drawRounded(p, box, 5, Qt::transparent, t.text, 2);
    if (showsFocus())
        drawFocusRing(p, rect(), 6, t);
}

PlaneStrip::PlaneStrip(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::half);
    m_grid->setVerticalSpacing(0);
}

void PlaneStrip::setPlanes(const std::vector<PlanePill>& planes) {
    if (planes.size() != m_buttons.size()) {
        qDeleteAll(m_buttons);
        m_buttons.clear();
        const int count = static_cast<int>(planes.size());
        for (int i = 0; i < count; ++i) {
            auto* button = new PlaneButton(i + 1, count, this);
            connect(button, &QAbstractButton::clicked, this,
                    [this, button] { emit planeChosen(button->element()); });
            m_grid->addWidget(button, i / perRow, i % perRow);
            m_buttons.push_back(button);
        }
    }
    for (std::size_t i = 0; i < planes.size(); ++i)
        m_buttons[i]->setPill(planes[i]);
}

} // namespace supernode
