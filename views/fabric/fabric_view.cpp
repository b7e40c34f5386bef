// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_view.h"

#include "views/panels/painted.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cstring>

namespace supernode {
namespace {

constexpr std::size_t mostDots = 1000;
constexpr double dotRadius = 1.7;
constexpr double touchPixels = 7; // so near is a hit
constexpr double widestWords = 300, narrowestWords = 196;

} // namespace

FabricView::FabricView(Words words, QWidget* parent) : ExploreView(parent), m_wordsWhere(words) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Fabric, the wiring of the machine as rings"));
    connectFingers();
}

void FabricView::setOutcome(OutcomePtr outcome) {
    if (outcome == m_outcome && !m_beforeOld)
        return;
    const bool other = !outcome || !m_outcome || outcome->fabric != m_outcome->fabric;
    m_outcome = std::move(outcome);
    m_before = BaselineUse(m_baseline, m_outcome);
    m_beforeOld = false;
    if (other) {
        m_picture = m_outcome ? fabricPictureOf(m_outcome->fabric) : nullptr;
        m_selection.clear();
        m_hover = {};
        m_zoom = 1;
        m_pan = {};
    }
    m_interval = intervalNow();
    updateInterval();
}

// Counts from the next outcome on, be it the same.
void FabricView::setBaseline(OutcomePtr baseline) {
    m_beforeOld |= baseline != m_baseline;
    m_baseline = std::move(baseline);
}

void FabricView::setColouring(Colouring colouring) {
    if (colouring == m_colouring)
        return;
    m_colouring = colouring;
    refresh();
}

const Interval* FabricView::intervalNow() const {
    return m_outcome && m_time <= m_outcome->end ? &m_outcome->at(m_time) : nullptr;
}

void FabricView::catchUp() {
    const Interval* now = intervalNow();
    const bool same = now == m_interval || (now && m_interval && now->loads == m_interval->loads);
    m_interval = now;
    if (same)
        return;
    updateInterval();
}

void FabricView::setTime(Duration time) {
    if (time == m_time)
        return;
    m_time = time;
    update();
}

void FabricView::setSelection(std::vector<ElementId> selection) {
    if (selection == m_selection)
        return;
    m_selection = std::move(selection);
    updateInterval();
    if (!isSelectionInSight())
        home();
}

// Both ends of a pair; of others any part.
bool FabricView::isSelectionInSight() const {
    if (!m_picture || m_zoom <= 1 || m_ways.selected.empty())
        return true;
    const RingPlacement place = placement();
    const auto inSight = [&](std::uint32_t part) {
        return ringsArea().contains(place.toPixel(m_picture->parts[part].middle()));
    };
    return pairOf(*m_picture->fabric, m_selection).valid()
               ? std::all_of(m_ways.selected.begin(), m_ways.selected.end(), inSight)
               : std::any_of(m_ways.selected.begin(), m_ways.selected.end(), inSight);
}

void FabricView::setTimeScale(double modelSecondsPerSecond) {
    if (modelSecondsPerSecond == m_timeScale)
        return;
    m_timeScale = modelSecondsPerSecond;
    updateDots();
    update();
}

void FabricView::setMotion(Motion motion) {
    m_motion = motion;
    updateDots();
    update();
}

void FabricView::updateInterval() {
    if (!m_picture)
        return;
    // What is under the cursor shows its ways as a selection would, as long as nothing else is selected.
    const std::vector<ElementId> shown =
        m_selection.empty() && m_hover.valid() ? std::vector{m_hover} : m_selection;
    m_shades = shadesOf(*m_picture, *m_outcome, m_interval,
                        m_interval ? m_before.utilization(m_time) : std::vector<float>());
    m_ways = waysOf(*m_picture, *m_outcome, m_interval, shown);
    // On what is down nothing moves: the rest goes on meanwhile.
    const bool dead = !shown.empty() && std::none_of(shown.begin(), shown.end(),
                                                     [&](ElementId e) { return m_outcome->state.alive(e); });
    m_moving = dead ? waysOf(*m_picture, *m_outcome, m_interval, {}) : FabricWays();
    m_story = storyOf(*m_outcome, m_interval, shown);
    setAccessibleDescription(m_story.title + ". " + m_story.lead + ". " + m_story.lines.join(". ") + ". " +
                             m_story.elsewhere + " " + m_story.failed);
    updateDots();
    refresh();
}

void FabricView::updateDots() {
    const double before = bytesPerDot();
    m_dots = m_motion == Motion::Full
                 ? planDots(m_moving.ways.empty() ? m_ways : m_moving, m_timeScale, mostDots)
                 : FabricDots();
    if (bytesPerDot() != before)
        emit bytesPerDotChanged();
}

void FabricView::refresh() {
    m_layerOld = true;
    update();
}

// Words at the left, rings in what is left of the width.
QRectF FabricView::wordsArea() const {
    if (m_wordsWhere == Words::None)
        return {};
    const double wide = std::clamp<double>(width() - height() - 40.0, narrowestWords, widestWords);
    return QRectF(space::wide, space::unit, wide - space::wide, height() - 2.0 * space::unit);
}

QRectF FabricView::ringsArea() const {
    const double left = wordsArea().right();
    return QRectF(left, 0, width() - left, height());
}

// As high as it goes; names of racks may reach into the column of words, which ends above them.
RingPlacement FabricView::placement() const {
    const QFontMetricsF metrics(currentTheme().font(TextSize::Small));
    const bool racks = m_picture && m_picture->racks.size() > 1;
    const double above = racks ? metrics.height() + 6 : 8;
    const bool strips = m_picture && !m_picture->strips.empty();
    const double beside = racks    ? metrics.horizontalAdvance(tr("rack %1").arg(88)) + 10
                          : strips ? metrics.horizontalAdvance(QStringLiteral("RDMA")) + 12
                                   : 8;
    QRectF area = ringsArea();
    if (m_wordsWhere == Words::None)
        area.setLeft(area.left() + beside);
    const double high = area.height() / 2 - above, wide = (area.width() - beside) / 2;
    const double home = std::max(20.0, std::min(high, wide));
    const double slack = std::max(0.0, area.width() - 2 * (home + beside));
    const QPointF middle(area.right() - beside - home - slack / 2, area.center().y());
    return {middle + m_pan * (home * m_zoom), home * m_zoom};
}

void FabricView::home() {
    m_zoom = 1;
    m_pan = {};
    refresh();
}

void FabricView::focusOn(ElementId element) {
    if (!m_picture || !element.valid())
        return;
    QRectF box;
    for (const RingPart& part : m_picture->parts)
        for (const ElementId member : m_picture->membersOf(part))
            if (m_picture->fabric->contains(element, member)) {
                const QPointF reach(part.half + 0.02, part.half + 0.02);
                box |= QRectF(part.middle() - reach, part.middle() + reach);
                break;
            }
    if (box.isNull())
        return;
    constexpr double nearest = 8;
    m_zoom = std::clamp(1.2 / std::max(box.width(), box.height()), 1.0, nearest);
    m_pan = m_zoom > 1 ? -box.center() : QPointF();
    refresh();
}

ElementId FabricView::elementAt(QPointF position) const {
    if (!m_picture)
        return {};
    const RingPlacement place = placement();
    const std::size_t part = partAt(*m_picture, place.fromPixel(position), touchPixels / place.scale);
    if (part < m_picture->parts.size())
        return m_picture->parts[part].element;
    for (const RingLabel& label : labelsOf(*m_picture, m_outcome->state, place, currentTheme()))
        if (label.box.adjusted(-4, -4, 4, 4).contains(position))
            return label.element;
    return {};
}

std::vector<ElementId> FabricView::elementsIn(const QRectF& area) const {
    std::vector<ElementId> found;
    const RingPlacement place = placement();
    for (std::size_t i = 0; m_picture && i < m_picture->parts.size(); ++i)
        if (const RingPart& part = m_picture->parts[i];
            part.kind != PartKind::Strip && area.contains(place.toPixel(part.middle())))
            found.push_back(part.element);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void FabricView::setHover(ElementId element) {
    if (element == m_hover)
        return;
    m_hover = element;
    m_hoveredParts.clear();
    for (std::uint32_t i = 0; m_picture && element.valid() && i < m_picture->parts.size(); ++i)
        if (m_picture->parts[i].element == element)
            m_hoveredParts.push_back(i);
    setCursor(element.valid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateInterval();
    emit elementHovered(element);
}

void FabricView::resizeEvent(QResizeEvent* event) {
    ExploreView::resizeEvent(event);
    refresh();
}

void FabricView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        refresh();
    ExploreView::changeEvent(event);
}

void FabricView::paintEvent(QPaintEvent*) {
    QElapsedTimer clock;
    clock.start();
    if (m_layerOld)
        paintLayer();
    QPainter painter(this);
    painter.drawImage(QPointF(), m_layer);
    paintDots(painter);
    m_times.add(static_cast<double>(clock.nsecsElapsed()) / 1e6);
}

void FabricView::paintLayer() {
    const double ratio = devicePixelRatioF();
    const Theme theme = currentTheme();
    const QSize pixels = size() * ratio;
    if (m_layer.size() != pixels || m_layer.devicePixelRatio() != ratio) {
        for (QImage* image : {&m_ground, &m_layer}) {
            *image = QImage(pixels, QImage::Format_RGB32);
            image->setDevicePixelRatio(ratio);
        }
        m_groundPainted = {};
        paintDot(ratio, theme);
    }
    m_layerOld = false;
    ++m_layersPainted;
    if (!m_picture) {
        m_layer.fill(theme.ground);
        return;
    }
    const RingPlacement place = placement();
    FabricGround ground{m_picture, labelsOf(*m_picture, m_outcome->state, place, theme),
                        captionOf(*m_outcome), place, theme};
    if (ground != m_groundPainted) {
        if (theme != m_groundPainted.theme)
            paintDot(ratio, theme);
        m_groundPainted = std::move(ground);
        m_ground.fill(theme.ground);
        QPainter painter(&m_ground);
        paintGround(painter, m_groundPainted);
    }
    std::memcpy(m_layer.bits(), m_ground.constBits(), static_cast<std::size_t>(m_ground.sizeInBytes()));
    const FabricParts parts{*m_picture, m_shades, m_ways, m_hoveredParts, m_colouring, place, theme};
    const bool resting = std::exchange(m_placePainted, place) == place;
    if (resting && !m_map.fits(m_picture, place, m_layer))
        m_map = PartMap(m_picture, place, m_layer);
    if (resting)
        m_map.fill(m_layer, plainColours(parts));
    QPainter painter(&m_layer);
    paintParts(painter, parts, resting ? PlainParts::Filled : PlainParts::Painted);
    paintWords(painter);
}

void FabricView::paintDot(double ratio, const Theme& theme) {
    m_dot = QPixmap(QSize(6, 6) * ratio);
    m_dot.setDevicePixelRatio(ratio);
    m_dot.fill(Qt::transparent);
    QPainter painter(&m_dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.ground, 0.8));
    painter.setBrush(theme.text);
    painter.drawEllipse(QPointF(3, 3), dotRadius, dotRadius);
}

void FabricView::paintWords(QPainter& painter) const {
    if (m_wordsWhere == Words::None)
        return;
    const Theme t = currentTheme();
    QRectF area = wordsArea().adjusted(0, 0, -space::unit, 0); // names of racks begin where it ends
    const auto paragraph = [&](const QString& text, const QFont& font, const QColor& colour, double after) {
        drawParagraph(painter, area, text, font, colour, after);
    };
    if (m_zoom > 1 || !m_pan.isNull()) { // the rings may lie under the words now
        QColor veil = t.ground;
        veil.setAlpha(215);
        painter.fillRect(QRectF(0, 0, area.right() + space::unit, height()), veil);
    }
    paragraph(m_story.title, t.font(TextSize::Title, QFont::DemiBold), t.text, space::unit);
    paragraph(m_story.lead, t.font(TextSize::Control, QFont::DemiBold), t.text, space::unit);
    for (const QString& line : m_story.lines)
        paragraph(line, t.font(TextSize::Body), t.textDim, space::half + 2);
    paragraph(m_story.elsewhere, t.font(TextSize::Body, QFont::DemiBold), t.text, space::half + 2);
    area.setTop(area.top() + space::unit);
    paragraph(m_story.failed, t.font(TextSize::Control, QFont::DemiBold), t.failed, 0);
}

void FabricView::paintDots(QPainter& painter) {
    if (!m_interval || m_timeScale <= 0 || m_dots.lanes.empty())
        return;
    m_places.clear();
    placeDots(m_dots, (m_time - m_interval->start).base() / m_timeScale, m_places);
    const RingPlacement place = placement();
    for (const QPointF point : m_places)
        painter.drawPixmap(place.toPixel(point) - QPointF(3, 3), m_dot);
}

} // namespace supernode
