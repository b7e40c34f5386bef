// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_view.h"

#include "views/panels/painted.h"
#include "views/panels/segmented.h"
#include "views/panels/timeline_blocks.h"
#include "views/roofline/roofline_painter.h"
#include "views/roofline/roofline_words.h"
#include "views/theme/number_format.h"

#include <QKeyEvent>
#include <QMarginsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace supernode {
namespace {

constexpr double reach = 14;          // of a finger round a mark
constexpr double glideSeconds = 0.35; // on screen
constexpr WorkLimit limits[] = {WorkLimit::Compute, WorkLimit::Memory, WorkLimit::Fabric,
                                WorkLimit::Software};

} // namespace

RooflineView::RooflineView(QWidget* parent) : ExploreView(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Roofline, the work under the roofs of arithmetic, memory and links"));
    m_switch = new Segmented(Segmented::Look::Track, this);
    m_switch->setHeight(space::mainTarget);
    m_switch->setAccessibleName(tr("What a mark stands for"));
    m_switch->setOptions({tr("phases"), tr("operators")});
    connect(m_switch, &Segmented::chosen, this, [this](int i) { setDetail(static_cast<WorkDetail>(i)); });
    m_glide.setInterval(16);
    connect(&m_glide, &QTimer::timeout, this, &RooflineView::glide);
}

void RooflineView::setOutcome(OutcomePtr outcome) {
    if (outcome == m_outcome)
        return;
    m_outcome = std::move(outcome);
    rebuild();
}

void RooflineView::setBaseline(OutcomePtr baseline) {
    if (baseline == m_baseline)
        return;
    m_baseline = std::move(baseline);
    rebuild();
}

void RooflineView::setDetail(WorkDetail detail) {
    if (detail == m_detail)
        return;
    m_detail = detail;
    m_switch->setCurrent(static_cast<int>(detail));
    m_named.reset();
    rebuild();
}

void RooflineView::setPlace(const std::any& place) {
    if (const auto* kept = std::any_cast<WorkDetail>(&place))
        setDetail(*kept);
}

void RooflineView::rebuild() {
    if (!m_outcome)
        return;
    const bool first = m_target.who.isEmpty();
    m_from = m_shown;
    m_target = rooflineOf(*m_outcome, m_detail);
    m_ghosts.reset();
    if (m_baseline)
        m_ghosts = rooflineOf(*m_baseline, m_detail);
    m_running = phaseAt(*m_outcome, m_time);
    m_switch->setVisible(!m_outcome->work.empty());
    m_shown = first || m_motion == Motion::Reduced || !isVisible() ? m_target : between(m_from, m_target, 0);
    if (m_named && !m_named->mark.empty() && !panel(m_named->panel).find(m_named->mark))
        m_named.reset();
    if (m_named && m_named->mark.empty() && m_named->roof >= panel(m_named->panel).roofs.size())
        m_named.reset();
    if (!first && m_motion == Motion::Full && isVisible()) {
        m_clock.start();
        m_glide.start();
    } else {
        m_glide.stop();
    }
    setAccessibleDescription(headlineOf(m_target) + " " + readout());
    update();
}

// Slows down towards its end.
void RooflineView::glide() {
    const double way = std::min(1.0, static_cast<double>(m_clock.elapsed()) / 1e3 / glideSeconds);
    m_shown = way < 1 ? between(m_from, m_target, 1 - (1 - way) * (1 - way)) : m_target;
    if (way >= 1)
        m_glide.stop();
    update();
}

void RooflineView::arrive() {
    catchUp();
    m_glide.stop();
    m_shown = m_target;
    update();
}

void RooflineView::catchUp() {
    const Phase* running = m_outcome ? phaseAt(*m_outcome, m_time) : nullptr;
    if (running == m_running)
        return;
    m_running = running;
    update();
}

void RooflineView::home() { name(std::nullopt); }

const RoofPanel& RooflineView::panel(RoofMark::Panel which) const {
    return which == RoofMark::Panel::Fabric ? m_target.fabric : m_target.arithmetic;
}

RoofPlots RooflineView::plots() const {
    const Theme t = currentTheme();
    const double head = space::mainTarget + 2.0 * space::half;
    const double foot = QFontMetricsF(t.font(TextSize::Body)).height() * 3 + space::unit;
    const QRectF area(space::unit, head, width() - 2.0 * space::unit, height() - head - foot);
    return plotsOf(m_shown, area, edgeOf(t));
}

std::optional<RooflineView::Named> RooflineView::namedAt(QPointF at) const {
    const RoofPlots plots = this->plots();
    for (const auto which : {RoofMark::Panel::Arithmetic, RoofMark::Panel::Fabric}) {
        const RoofPanel& shown = which == RoofMark::Panel::Fabric ? m_shown.fabric : m_shown.arithmetic;
        if (const std::size_t mark = markAt(shown, plots.of(which), at, reach); mark < shown.marks.size())
            return Named{which, shown.marks[mark].key, 0};
    }
    for (const auto which : {RoofMark::Panel::Arithmetic, RoofMark::Panel::Fabric}) {
        const RoofPanel& shown = which == RoofMark::Panel::Fabric ? m_shown.fabric : m_shown.arithmetic;
        if (const std::size_t roof = roofAt(shown, plots.of(which), at, reach); roof < shown.roofs.size())
            return Named{which, {}, roof};
    }
    return std::nullopt;
}

const RoofMark* RooflineView::namedMark(const RooflinePicture& picture) const {
    if (!m_named || m_named->mark.empty())
        return nullptr;
    return (m_named->panel == RoofMark::Panel::Fabric ? picture.fabric : picture.arithmetic)
        .find(m_named->mark);
}

QString RooflineView::readout() const {
    if (const RoofMark* mark = namedMark(m_target))
        return sentenceOf(*mark, m_target);
    if (m_named && m_named->mark.empty())
        return sentenceOf(panel(m_named->panel).roofs[m_named->roof], m_target);
    if (m_target.arithmetic.marks.empty())
        return tr("A mark is a phase, as large as its share of the time; the dotted lines are how long one "
                  "exchange takes. Touch a mark or a roof for its numbers.");
    QString text =
        tr("A mark is as large as its share of the time; closer to its roof is better used. At the "
           "right the messages, which compute nothing, under the roof of the links. Touch a mark "
           "or a roof for its numbers.");
    if (m_target.placeless > 0.005)
        text += " " + tr("%1 of the time neither computes nor sends.").arg(percent(m_target.placeless));
    return text;
}

void RooflineView::paintEvent(QPaintEvent*) {
    QElapsedTimer clock;
    clock.start();
    const Theme t = currentTheme();
    QPainter p(this);
    p.fillRect(rect(), t.ground);
    if (m_outcome) {
        const RoofPlots plots = this->plots();
        paintRoofline(p, {m_shown, m_ghosts ? &*m_ghosts : nullptr, plots, namedMark(m_shown), m_running, t});
        paintHead(p, t);
        paintFoot(p, t);
    }
    m_times.add(static_cast<double>(clock.nsecsElapsed()) / 1e6);
}

// The headline, and what shapes and colours mean with the share of the time that each holds.
void RooflineView::paintHead(QPainter& p, const Theme& t) const {
    const double right = m_switch->isVisible() ? m_switch->x() - space::wide : width() - space::wide;
    const double high = QFontMetricsF(t.font(TextSize::Control)).height();
    p.setPen(t.text);
    p.setFont(t.font(TextSize::Control, QFont::DemiBold));
    drawLine(p, QRectF(space::wide, space::half, right - space::wide, high), Qt::AlignLeft | Qt::AlignVCenter,
             m_target.arithmetic.marks.empty() ? headlineOf(m_target)
                                               : tr("What holds the time of %1").arg(m_target.whole));
    const QFont small = t.font(TextSize::Small);
    const double middle = space::half + high + 4 + QFontMetricsF(small).height() / 2;
    double x = space::wide;
    p.setFont(small);
    const auto entry = [&](WorkLimit shape, const QPen& pen, const QBrush& brush, const QString& text) {
        const double wide = widthOf(small, text) + 2;
        if (x + 16 + wide > right)
            return;
        p.setPen(pen);
        p.setBrush(brush);
        drawMark(p, {x + 5, middle}, 5, shape);
        p.setPen(t.textDim);
        p.drawText(QRectF(x + 16, middle - 10, wide, 20), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += 16 + wide + 14;
    };
    for (const WorkLimit limit : limits) {
        const double share = m_target.limits[static_cast<std::size_t>(limit)];
        const QColor colour = colourOf(limit, t);
        const bool hollow = limit == WorkLimit::Software;
        if (share > 0.005)
            entry(limit, hollow ? QPen(colour, 1.6) : QPen(Qt::NoPen),
                  hollow ? QBrush(Qt::NoBrush) : QBrush(colour),
                  tr("%1 %2").arg(limitWord(limit), wholePercent(share)));
    }
    if (m_ghosts)
        entry(WorkLimit::Compute, QPen(t.textDim, 1.2, Qt::DashLine), Qt::NoBrush, tr("before"));
}

void RooflineView::paintFoot(QPainter& p, const Theme& t) const {
    const QFont font = t.font(TextSize::Body);
    const double high = QFontMetricsF(font).height() * 3;
    QRectF area(space::wide, height() - high - space::half, width() - 2.0 * space::wide, high);
    drawParagraph(p, area, readout(), font, m_named ? t.text : t.textDim, 0);
}

void RooflineView::name(std::optional<Named> named) {
    if (named == m_named)
        return;
    m_named = std::move(named);
    setAccessibleDescription(readout());
    setCursor(m_named ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

// Through all marks, largest share first, then the roofs; arithmetic before messages.
void RooflineView::nameNext(int step) {
    std::vector<Named> all;
    const RoofMark::Panel panels[] = {RoofMark::Panel::Arithmetic, RoofMark::Panel::Fabric};
    for (const RoofMark::Panel which : panels)
        for (const RoofMark& mark : panel(which).marks)
            all.push_back({which, mark.key, 0});
    for (const RoofMark::Panel which : panels)
        for (std::size_t roof = 0; roof < panel(which).roofs.size(); ++roof)
            all.push_back({which, {}, roof});
    if (all.empty())
        return;
    const auto at = m_named ? std::find(all.begin(), all.end(), *m_named) : all.end();
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const std::ptrdiff_t next =
        at == all.end() ? (step > 0 ? 0 : count - 1) : (at - all.begin() + step + count) % count;
    name(all[static_cast<std::size_t>(next)]);
}

void RooflineView::mouseMoveEvent(QMouseEvent* event) { name(namedAt(event->position())); }

void RooflineView::mousePressEvent(QMouseEvent* event) { name(namedAt(event->position())); }

void RooflineView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        nameNext(event->key() == Qt::Key_Down ? 1 : -1);
    else
        ExploreView::keyPressEvent(event);
}

void RooflineView::leaveEvent(QEvent*) { name(std::nullopt); }

void RooflineView::resizeEvent(QResizeEvent* event) {
    ExploreView::resizeEvent(event);
    const int wide = std::max(180, m_switch->sizeHint().width());
    m_switch->setGeometry(width() - wide - space::wide, space::half, wide, space::mainTarget);
}

void RooflineView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        update();
    ExploreView::changeEvent(event);
}

} // namespace supernode
