// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/legend_strip.h"

#include "views/scene/ramp.h"
#include "views/theme/number_format.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace supernode {
namespace {

constexpr int rampWidth = 220, rampHeight = 8, top = 8;

QColor toColour(Vec3 c) { return QColor::fromRgbF(c.x, c.y, c.z); }

void paintRamp(QPainter& p, const QRect& bar) {
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (int i = 0; i <= 16; ++i)
        gradient.setColorAt(i / 16.0, toColour(rampAt(static_cast<float>(i) / 16)));
    p.setBrush(gradient);
    p.setPen(Qt::NoPen);
    p.drawRoundedRect(bar, 2, 2);
}

void paintPlanes(QPainter& p, const QRect& bar, int planes) {
    p.setPen(Qt::NoPen);
    const double width = static_cast<double>(bar.width()) / planes;
    for (int i = 0; i < planes; ++i) {
        p.setBrush(toColour(planeColour(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(planes))));
        p.drawRect(QRectF(bar.left() + i * width, bar.top(), width - 2, bar.height()));
    }
}

// Failed is a colour and a cross.
void paintFailed(QPainter& p, const QRect& box, const Theme& theme) {
    p.setBrush(theme.failedGround);
    p.setPen(QPen(theme.failed, 1.5));
    p.drawRect(box);
    p.drawLine(box.topLeft(), box.bottomRight());
    p.drawLine(box.bottomLeft(), box.topRight());
}

} // namespace

LegendStrip::LegendStrip(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Meaning of colours and dots"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LegendStrip::setMeaning(Meaning meaning, int planes) {
    m_meaning = meaning;
    m_planes = planes;
    update();
}

void LegendStrip::setBytesPerDot(Bytes bytes) {
    m_bytesPerDot = bytes;
    setAccessibleDescription(dotText());
    update();
}

QString LegendStrip::dotText() const {
    if (m_bytesPerDot.base() <= 0)
        return tr("nothing is sent");
    return tr("1 dot = %1").arg(factText(m_bytesPerDot));
}

void LegendStrip::paintEvent(QPaintEvent*) {
    const Theme theme = currentTheme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setFont(theme.font(TextSize::Small));
    const QRect bar(0, top, rampWidth, rampHeight);
    const bool planes = m_meaning == Meaning::Planes;
    if (planes)
        paintPlanes(p, bar, m_planes);
    else
        paintRamp(p, bar);
    p.setPen(theme.textDim);
    const QRect words(0, top + rampHeight + 2, rampWidth, 18);
    p.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, planes ? tr("plane 1") : tr("0 %"));
    p.drawText(words, Qt::AlignHCenter | Qt::AlignVCenter, planes ? QString() : tr("link busy, one way"));
    p.drawText(words, Qt::AlignRight | Qt::AlignVCenter, planes ? tr("plane %1").arg(m_planes) : tr("100 %"));
    int x = rampWidth + space::wide + space::unit;
    paintFailed(p, QRect(x, top - 2, 12, 12), theme);
    x += 12 + space::unit;
    p.setPen(theme.text);
    const QString failed = tr("failed");
    p.drawText(QRect(x, top - 6, 80, 20), Qt::AlignLeft | Qt::AlignVCenter, failed);
    x += p.fontMetrics().horizontalAdvance(failed) + space::wide;
    p.setPen(Qt::NoPen);
    p.setBrush(theme.text);
    if (m_bytesPerDot.base() > 0)
        p.drawEllipse(QPointF(x + 3, top + 4), 3, 3);
    p.setPen(theme.text);
    p.drawText(QRect(x + 6 + space::unit, top - 6, 200, 20), Qt::AlignLeft | Qt::AlignVCenter, dotText());
}

} // namespace supernode
