// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/timeline_track.h"

#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace supernode {
namespace {

constexpr double inset = 8, blockTop = 14, blockHeight = 22, axisTop = 48;

} // namespace

TimelineTrack::TimelineTrack(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimelineTrack::setOutcome(OutcomePtr outcome) {
    m_outcome = std::move(outcome);
    setPlayhead(m_playhead);
}

void TimelineTrack::setPlayhead(Duration time) {
    const double end = m_outcome ? m_outcome->end.base() : 0;
    m_playhead = Duration::fromBase(std::clamp(time.base(), 0.0, end));
    setAccessibleDescription(modelledTime(m_playhead));
    update();
}

double TimelineTrack::xOf(Duration time) const {
    const double end = m_outcome ? m_outcome->end.base() : 0;
    return inset + (end > 0 ? time.base() / end : 0) * (width() - 2 * inset);
}

Duration TimelineTrack::timeAt(double x) const {
    if (!m_outcome || width() <= 2 * inset)
        return {};
    return m_outcome->end * std::clamp((x - inset) / (width() - 2 * inset), 0.0, 1.0);
}

void TimelineTrack::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (!m_outcome || !(m_outcome->end.base() > 0)) {
        drawRounded(p, QRectF(inset, blockTop, width() - 2 * inset, blockHeight), 3, t.raised);
        p.setFont(t.font(TextSize::Small));
        p.setPen(t.textDim);
        p.drawText(QRectF(inset, blockTop, width() - 2 * inset, blockHeight), Qt::AlignCenter,
                   tr("no traffic"));
        return;
    }
    paintPhases(p, t);
    paintAxis(p, t);
    paintPlayhead(p, t);
    if (m_keyboardFocus && hasFocus())
        drawFocusRing(p, rect(), space::radius, t);
}

void TimelineTrack::paintPhases(QPainter& p, const Theme& t) const {
    const QFont font = t.font(TextSize::Small, QFont::DemiBold);
    for (std::size_t i = 0; i < m_outcome->phases.size(); ++i) {
        const Phase& phase = m_outcome->phases[i];
        const double left = xOf(phase.start), right = xOf(phase.start + phase.duration);
        const QRectF block(left, blockTop, std::max(2.0, right - left - 2), blockHeight);
        drawRounded(p, block, 3, i % 2 ? t.phaseTraffic : t.phaseOther);
        p.setFont(font);
        p.setPen(t.textOnAccent);
        if (block.width() > 24)
            drawLine(p, block.adjusted(6, 0, -6, 0), Qt::AlignCenter, word(phase.name));
    }
    p.setPen(QPen(t.textDim, 1));
    for (const Interval& interval : m_outcome->intervals) {
        const double x = xOf(interval.start);
        if (interval.start.base() > 0)
            p.drawLine(QPointF(x, blockTop + blockHeight + 2), QPointF(x, blockTop + blockHeight + 6));
    }
}

void TimelineTrack::paintAxis(QPainter& p, const Theme& t) const {
    const QFont font = t.font(TextSize::Small);
    p.setFont(font);
    p.setPen(t.textDim);
    for (const TimeMark& mark : timeMarks(m_outcome->end, width() - 2 * inset, 88 * t.scale)) {
        const double textWidth = widthOf(font, mark.text);
        const double x = std::clamp(xOf(mark.at) - textWidth / 2, inset, width() - inset - textWidth);
        p.drawText(QRectF(x, axisTop, textWidth + 1, 16), Qt::AlignVCenter, mark.text);
    }
}

void TimelineTrack::paintPlayhead(QPainter& p, const Theme& t) const {
    const double x = xOf(m_playhead);
    p.setPen(Qt::NoPen);
    p.setBrush(t.text);
    p.drawRoundedRect(QRectF(x - 1, 4, 2, 44), 1, 1);
    p.drawPolygon(QPolygonF({{x - 5, 2}, {x + 5, 2}, {x + 5, 6}, {x, 11}, {x - 5, 6}}));
}

const Phase* TimelineTrack::phaseAt(Duration time) const {
    for (const Phase& phase : m_outcome->phases)
        if (time >= phase.start && time <= phase.start + phase.duration)
            return &phase;
    return nullptr;
}

void TimelineTrack::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_outcome)
        emit scrubbed(timeAt(event->position().x()));
}

void TimelineTrack::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton && m_outcome)
        emit scrubbed(timeAt(event->position().x()));
}

void TimelineTrack::keyPressEvent(QKeyEvent* event) {
    if (!m_outcome)
        return QWidget::keyPressEvent(event);
    const Duration step = m_outcome->end * 0.01;
    switch (event->key()) {
    case Qt::Key_Left:
        return emit scrubbed(Duration::fromBase(std::max(0.0, (m_playhead - step).base())));
    case Qt::Key_Right:
        return emit scrubbed(std::min(m_outcome->end, m_playhead + step));
    case Qt::Key_Home:
        return emit scrubbed(Duration());
    case Qt::Key_End:
        return emit scrubbed(m_outcome->end);
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimelineTrack::focusInEvent(QFocusEvent* event) {
    m_keyboardFocus = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void TimelineTrack::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

bool TimelineTrack::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !m_outcome)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const Duration time = timeAt(help->pos().x());
    QString text = modelledTime(time);
    if (const Phase* phase = phaseAt(time))
        text += "\n" + (phase->limitedBy.empty()
                            ? word(phase->name)
                            : tr("%1, limited by %2").arg(word(phase->name), word(phase->limitedBy)));
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace supernode
