// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/timeline_track.h"

#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr double inset = 8, top = 14;
constexpr double mostZoom = 1e5; // of the whole outcome

bool hasLanes(const TimelineRows& rows) { return rows.rows().size() > 1; }

QString laneName(Lane lane) { return word(std::string(toString(lane))); }

} // namespace

TimelineTrack::TimelineTrack(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    measure();
    setAccessibleName(tr("Time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimelineTrack::setOutcome(OutcomePtr outcome) {
    // Of other work, or on another machine, what was in view is something else.
    const bool alike = m_outcome && outcome &&
                       m_outcome->scenario.workload.index() == outcome->scenario.workload.index() &&
                       m_outcome->scenario.system->id == outcome->scenario.system->id;
    const Duration before = alike ? m_outcome->end : Duration();
    m_outcome = std::move(outcome);
    m_rows = m_outcome ? TimelineRows(*m_outcome) : TimelineRows();
    measure();
    const Duration end = m_outcome ? m_outcome->end : Duration();
    // A knob that moves the end a little keeps what is in view in proportion.
    const double grown = before.base() > 0 ? end.base() / before.base() : 0;
    setView(grown > 0 ? TimeSpan{m_view.from * grown, m_view.to * grown} : TimeSpan{Duration(), end});
    if (m_loop) {
        m_loop.reset();
        emit loopChosen(std::nullopt);
    }
    updateGeometry();
    refresh();
    setPlayhead(m_playhead);
}

void TimelineTrack::setView(TimeSpan view) {
    const double end = m_outcome ? m_outcome->end.base() : 0;
    const double length = std::clamp(view.length().base(), end / mostZoom, end);
    const double from = std::clamp(view.from.base(), 0.0, end - length);
    const TimeSpan fitting{seconds(from), seconds(from + length)};
    refresh();
    if (fitting == m_view)
        return;
    m_view = fitting;
    emit viewChanged(m_view);
}

void TimelineTrack::setPlayhead(Duration time) {
    const double end = m_outcome ? m_outcome->end.base() : 0;
    m_playhead = Duration::fromBase(std::clamp(time.base(), 0.0, end));
    if (m_playhead < m_view.from || m_playhead > m_view.to)
        setView({m_playhead - m_view.length() * 0.1, m_playhead + m_view.length() * 0.9});
    setAccessibleDescription(modelledTime(m_playhead));
    update();
}

double TimelineTrack::rowHeight() const { return hasLanes(m_rows) ? 15 * currentTheme().scale : 22; }

int TimelineTrack::axisTop() const {
    const double rows = std::max<std::size_t>(1, m_rows.rows().size());
    return static_cast<int>(top + rows * (rowHeight() + 2)) + 6;
}

int TimelineTrack::neededHeight() const { return std::max(72, axisTop() + 24); }

double TimelineTrack::xOf(Duration time) const {
    const double length = m_view.length().base();
    return left() + (length > 0 ? (time - m_view.from).base() / length : 0) * (width() - left() - inset);
}

Duration TimelineTrack::timeAt(double x) const {
    const double room = width() - left() - inset;
    if (!m_outcome || room <= 0)
        return {};
    return m_view.from + m_view.length() * std::clamp((x - left()) / room, 0.0, 1.0);
}

void TimelineTrack::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (!m_outcome || !(m_outcome->end.base() > 0)) {
        const QRectF bar(inset, top, width() - 2 * inset, 22);
        drawRounded(p, bar, 3, t.raised);
        p.setFont(t.font(TextSize::Small));
        p.setPen(t.textDim);
        p.drawText(bar, Qt::AlignCenter, tr("no traffic"));
        return;
    }
    const double ratio = devicePixelRatioF();
    if (m_layerOld || m_layer.devicePixelRatio() != ratio)
        paintLayer();
    p.drawPixmap(0, 0, m_layer);
    paintPlayhead(p, t);
    if (m_keyboardFocus && hasFocus())
        drawFocusRing(p, rect(), space::radius, t);
}

void TimelineTrack::paintLayer() {
    m_layerOld = false;
    ++m_layersPainted;
    const Theme t = currentTheme();
    m_layer = QPixmap(size() * devicePixelRatioF());
    m_layer.setDevicePixelRatio(devicePixelRatioF());
    m_layer.fill(Qt::transparent);
    QPainter p(&m_layer);
    p.setRenderHint(QPainter::Antialiasing);
    paintLoop(p, t);
    paintLanes(p, t);
    paintPhases(p, t);
    paintAxis(p, t);
}

void TimelineTrack::refresh() {
    m_layerOld = true;
    update();
}

void TimelineTrack::measure() {
    double widest = 0;
    for (const TimelineRow& row : m_rows.rows())
        widest = std::max<double>(widest, widthOf(currentTheme().font(TextSize::Small), laneName(row.lane)));
    m_left = hasLanes(m_rows) ? inset + widest + 8 : inset;
}

void TimelineTrack::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    refresh();
}

void TimelineTrack::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    measure();
    refresh();
}

void TimelineTrack::paintLanes(QPainter& p, const Theme& t) const {
    if (!hasLanes(m_rows))
        return;
    p.setFont(t.font(TextSize::Small));
    for (std::size_t row = 0; row < m_rows.rows().size(); ++row) {
        const QRectF line(0, top + double(row) * (rowHeight() + 2), width(), rowHeight());
        drawRounded(p, line.adjusted(left(), 0, -inset, 0), 2, t.raised);
        p.setPen(t.textDim);
        const bool again = row > 0 && m_rows.rows()[row].lane == m_rows.rows()[row - 1].lane;
        if (!again)
            p.drawText(line.adjusted(inset, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                       laneName(m_rows.rows()[row].lane));
    }
}

void TimelineTrack::paintPhases(QPainter& p, const Theme& t) const {
    const QFont font = t.font(TextSize::Small, QFont::DemiBold);
    p.setFont(font);
    const double first = left(), last = width() - inset;
    p.save();
    p.setClipRect(QRectF(first, 0, last - first, height()));
    for (const TimelineBlock& made : blocksIn(*m_outcome, m_rows, m_view, last - first)) {
        const Phase& phase = m_outcome->phases[made.phase];
        const double from = xOf(made.span.from), to = xOf(made.span.to);
        const QRectF block(from, top + double(made.row) * (rowHeight() + 2),
                           std::max(1.5, to - from - (to - from > 6 ? 1.5 : 0.5)), rowHeight());
        const bool waits = phase.limitedBy == "software";
        QColor fill = hasLanes(m_rows) ? (phase.lane == Lane::Compute ? t.phaseOther : t.phaseTraffic)
                                       : (made.phase % 2 ? t.phaseTraffic : t.phaseOther);
        if (waits)
            fill.setAlphaF(0.55F);
        drawRounded(p, block, std::min(3.0, block.width() / 3), fill);
        const QRectF seen = block.intersected(QRectF(first, 0, last - first, height())).adjusted(4, 0, -4, 0);
        QString name = word(phase.name);
        if (made.times > 1)
            name = tr("%1 × %2 …").arg(QLocale().toString(made.times), name);
        p.setPen(t.textOnAccent);
        if (seen.width() > 22)
            drawLine(p, seen, Qt::AlignCenter, name);
    }
    p.restore();
}

void TimelineTrack::paintAxis(QPainter& p, const Theme& t) const {
    const QFont font = t.font(TextSize::Small);
    p.setFont(font);
    p.setPen(t.textDim);
    const double room = width() - left() - inset;
    for (const TimeMark& mark : timeMarks(m_view.from, m_view.to, room, 88 * t.scale)) {
        const double textWidth = widthOf(font, mark.text);
        const double x = std::clamp(xOf(mark.at) - textWidth / 2, left(), width() - inset - textWidth);
        p.drawText(QRectF(x, axisTop() + 3, textWidth + 1, 16), Qt::AlignVCenter, mark.text);
    }
}

void TimelineTrack::paintLoop(QPainter& p, const Theme& t) const {
    if (!m_loop)
        return;
    QColor fill = t.accent;
    fill.setAlphaF(0.22F);
    const double from = std::max(left(), xOf(m_loop->from)), to = std::min(width() - inset, xOf(m_loop->to));
    if (to > from)
        drawRounded(p, QRectF(from, 2, to - from, height() - 4), 3, fill, t.accent);
}

void TimelineTrack::paintPlayhead(QPainter& p, const Theme& t) const {
    const double x = xOf(m_playhead);
    p.setPen(Qt::NoPen);
    p.setBrush(t.text);
    p.drawRoundedRect(QRectF(x - 1, 4, 2, axisTop() - 4), 1, 1);
    p.drawPolygon(QPolygonF({{x - 5, 2}, {x + 5, 2}, {x + 5, 6}, {x, 11}, {x - 5, 6}}));
}

void TimelineTrack::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_outcome)
        return;
    if (event->position().y() >= axisTop())
        m_markFrom = event->position().x();
    else
        emit scrubbed(timeAt(event->position().x()));
}

void TimelineTrack::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) || !m_outcome)
        return;
    if (!m_markFrom)
        return emit scrubbed(timeAt(event->position().x()));
    const double here = event->position().x();
    m_loop = TimeSpan{timeAt(std::min(*m_markFrom, here)), timeAt(std::max(*m_markFrom, here))};
    refresh();
}

void TimelineTrack::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_markFrom)
        return;
    // Less than a finger's tremble is a click: it takes the loop back.
    if (std::abs(event->position().x() - *m_markFrom) < 6)
        m_loop.reset();
    m_markFrom.reset();
    refresh();
    emit loopChosen(m_loop);
}

void TimelineTrack::setLoop(std::optional<TimeSpan> loop) {
    m_loop = loop;
    refresh();
    emit loopChosen(m_loop);
}

void TimelineTrack::showAll() {
    if (m_outcome)
        setView({Duration(), m_outcome->end});
}

void TimelineTrack::zoomAt(Duration at, double notches) {
    const double scale = std::pow(1.25, -notches);
    if (m_outcome)
        setView({at - (at - m_view.from) * scale, at + (m_view.to - at) * scale});
}

void TimelineTrack::mouseDoubleClickEvent(QMouseEvent*) { showAll(); }

void TimelineTrack::wheelEvent(QWheelEvent* event) {
    if (!m_outcome)
        return;
    zoomAt(timeAt(event->position().x()), event->angleDelta().y() / 120.0);
    event->accept();
}

void TimelineTrack::keyPressEvent(QKeyEvent* event) {
    if (!m_outcome)
        return QWidget::keyPressEvent(event);
    const Duration step = m_view.length() * 0.01;
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
    if (const Phase* phase = phaseAt(*m_outcome, time))
        text += "\n" + (phase->limitedBy.empty()
                            ? word(phase->name)
                            : tr("%1, limited by %2").arg(word(phase->name), word(phase->limitedBy)));
    if (help->pos().y() >= axisTop())
        text += "\n" + tr("Drag here to loop over a stretch; a click takes it back.");
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace supernode
