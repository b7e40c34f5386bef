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

// From less busy than the baseline, over the same, to busier.
void paintChange(QPainter& p, const QRect& bar, const Theme& theme) {
    const ChangeHues& hues = theme.ground.lightnessF() < 0.5f ? glowingHues : coveringHues;
    const QColor same = theme.groove;
    const Vec3 ground{same.redF(), same.greenF(), same.blueF()};
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (int i = -16; i <= 16; ++i) {
        const float change = fullChange * static_cast<float>(i) / 16;
        gradient.setColorAt(0.5 + i / 32.0, toColour(mix(ground, change > 0 ? hues.busier : hues.calmer,
                                                         changeStrength(change))));
    }
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

void LegendStrip::setMeaning(Colouring meaning, int planes) {
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
        return tr("nothing moves here");
    return tr("1 dot = %1").arg(factText(m_bytesPerDot));
}

void LegendStrip::paintEvent(QPaintEvent*) {
    const Theme theme = currentTheme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setFont(theme.font(TextSize::Small));
    const QRect bar(0, top, rampWidth, rampHeight);
    const QRect words(0, top + rampHeight + 2, rampWidth, 18);
    const auto say = [&](const QString& left, const QString& middle, const QString& right) {
        p.setPen(theme.textDim);
        p.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, left);
        p.drawText(words, Qt::AlignHCenter | Qt::AlignVCenter, middle);
        p.drawText(words, Qt::AlignRight | Qt::AlignVCenter, right);
    };
    switch (m_meaning) {
    case Colouring::ByUtilization:
        paintRamp(p, bar);
        say(tr("0 %"), tr("link busy, one way"), tr("100 %"));
        break;
    case Colouring::ByPlane:
        paintPlanes(p, bar, m_planes);
        say(tr("plane 1"), {}, tr("plane %1").arg(m_planes));
        break;
    case Colouring::ByChange:
        paintChange(p, bar, theme);
        say(tr("less busy"), tr("as in baseline"), tr("busier"));
        break;
    }
    int x = rampWidth + space::wide + space::unit;
    paintFailed(p, QRect(x, top - 2, 12, 12), theme);
    x += 12 + space::unit;
    p.setPen(theme.text);
    p.drawText(QRect(x, top - 6, 200, 20), Qt::AlignLeft | Qt::AlignVCenter, tr("failed"));
    // Beneath it: the choice of colours takes the width.
    const QRect dot(x, top + 11, 200, 20);
    p.drawText(dot, Qt::AlignLeft | Qt::AlignVCenter, dotText());
    p.setPen(Qt::NoPen);
    p.setBrush(theme.text);
    if (m_bytesPerDot.base() > 0)
        p.drawEllipse(QPointF(x - space::unit - 6, dot.center().y() + 1), 3, 3);
}

} // namespace supernode
