// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/hall_view.h"

#include "views/scene/floor_plan.h"
#include "views/scene/gl_host.h"
#include "views/scene/mini_map.h"
#include "views/scene/offscreen_hall.h"
#include "views/scene/raster_host.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <limits>

namespace supernode {
namespace {

constexpr int softwareTick = 33, gpuTick = 16; // milliseconds
constexpr qint64 restAfter = 150;              // milliseconds without a move of the camera
constexpr qint64 fineAfter = 300;              // milliseconds without other colours
constexpr std::size_t softwareDots = 1600, gpuDots = 4000;

} // namespace

HallView::HallView(HostChoice choice, QWidget* parent) : ExploreView(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Hall, a picture of the machine in three dimensions"));
    setMinimumSize(160, 120);
    m_colours = sceneColours(currentTheme());
    makeHost(choice);
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(m_gpu ? gpuTick : softwareTick);
    connect(&m_tick, &QTimer::timeout, this, &HallView::step);
    connectFingers();
    m_cameraClock.start();
}

HallView::~HallView() = default;

void HallView::makeHost(HostChoice choice) {
    m_gpu =
        (choice == HostChoice::Gpu && windowsDrawOpenGl()) || (choice == HostChoice::Auto && graphicsCard());
    if (m_gpu)
        m_host = new GlHost(this);
    else
        m_host = new RasterHost(this);
    m_host->onTrouble = [this] { emit unavailable(m_host->trouble()); };
}

void HallView::setOutcome(OutcomePtr outcome) {
    const bool other = !outcome || !m_outcome || outcome->fabric != m_outcome->fabric;
    // A machine built anew from the same data keeps camera and selection.
    const bool otherMachine =
        other && !(outcome && m_outcome && outcome->fabric->system() == m_outcome->fabric->system());
    m_beforeOld |= m_outcome != outcome;
    m_outcome = std::move(outcome);
    m_interval = intervalNow();
    if (otherMachine) {
        m_selection.clear();
        m_sharedSelection = nullptr;
        m_hover = {};
        m_atHome = true;
    }
    if (other)
        updateInstances();
    else
        updateState();
    if (otherMachine && m_instances)
        m_camera = homeCamera(*m_instances, viewport().aspect());
    request();
}

void HallView::setBaseline(OutcomePtr baseline) {
    if (baseline == m_baseline)
        return;
    m_baseline = std::move(baseline);
    m_beforeOld = m_stateOld = true; // with the next outcome or the next beat
    request();
}

void HallView::updateInstances() {
    m_instances = m_outcome ? instancesOf(m_outcome->fabric, m_selection) : nullptr;
    updateState();
}

void HallView::updateState() {
    m_stateOld = false;
    m_stateClock.start();
    if (!m_instances) {
        m_state = nullptr;
        m_plan = nullptr;
        return;
    }
    const std::vector<float> utilization =
        m_interval ? channelUtilization(*m_outcome, *m_interval) : std::vector<float>();
    const std::span<const float> payload =
        m_interval ? std::span<const float>(m_interval->payload()) : std::span<const float>();
    if (std::exchange(m_beforeOld, false))
        m_before = BaselineUse(m_baseline, m_outcome);
    m_state = stateOf(*m_instances, m_outcome->state, utilization, payload,
                      m_interval ? m_before.utilization(m_time) : std::vector<float>());
    // Its colours are those of load: beside colours of change they would say something else.
    showOnMap(m_colouring == Colouring::ByChange ? std::span<const float>() : utilization);
    updatePlan();
}

void HallView::updatePlan() {
    const double before = bytesPerDot();
    m_plan = m_instances && m_state && m_motion == Motion::Full
                 ? planParticles(*m_instances, *m_state, m_timeScale, m_gpu ? gpuDots : softwareDots)
                 : nullptr;
    if (bytesPerDot() != before)
        emit bytesPerDotChanged();
}

void HallView::setTime(Duration time) {
    if (time == m_time)
        return;
    m_time = time;
    request();
}

void HallView::setTimeScale(double modelSecondsPerSecond) {
    if (modelSecondsPerSecond == m_timeScale)
        return;
    m_timeScale = modelSecondsPerSecond;
    updatePlan();
    request();
}

void HallView::setSelection(std::vector<ElementId> selection) {
    if (selection == m_selection)
        return;
    m_selection = std::move(selection);
    m_sharedSelection = std::make_shared<const std::vector<ElementId>>(m_selection);
    updateInstances();
    request();
}

void HallView::setHover(ElementId element) {
    if (element == m_hover)
        return;
    m_hover = element;
    request();
}

void HallView::setColouring(Colouring colouring) {
    if (colouring == m_colouring)
        return;
    m_colouring = colouring;
    m_stateOld = true; // the map follows
    request();
}

void HallView::setTheme(const Theme& theme) {
    m_colours = sceneColours(theme);
    request();
}

void HallView::setMotion(Motion motion) {
    m_motion = motion;
    updatePlan();
    request();
}

double HallView::bytesPerDot() const { return m_plan ? m_plan->bytesPerDot : 0; }

void HallView::focusOn(ElementId element) {
    if (!m_instances)
        return;
    m_atHome = false;
    ease(cameraFor(*m_instances, element, viewport().aspect()));
}

void HallView::home() {
    if (!m_instances)
        return;
    m_atHome = true;
    ease(homeCamera(*m_instances, viewport().aspect()));
}

void HallView::setCamera(const Camera& camera) {
    if (camera == m_camera)
        return;
    m_move.reset();
    m_atHome = false;
    m_camera = camera;
    m_cameraClock.restart();
    request();
}

namespace {
struct HallPlace {
    Camera camera;
    bool atHome = true;
};
} // namespace

std::any HallView::place() const { return HallPlace{m_camera, m_atHome}; }

void HallView::setPlace(const std::any& place) {
    const auto* kept = std::any_cast<HallPlace>(&place);
    if (kept && !kept->atHome)
        setCamera(kept->camera);
}

void HallView::moveByHand(const Camera& camera) {
    setCamera(camera);
    emit cameraChanged();
}

void HallView::ease(const Camera& to) {
    if (m_motion == Motion::Reduced || !isVisible()) {
        m_move.reset();
        m_camera = to;
        emit cameraChanged();
    } else {
        m_move.emplace(m_camera, to);
        m_moveClock.start();
    }
    m_cameraClock.restart();
    request();
}

void HallView::request() {
    m_dirty = true;
    tellMap();
    if (m_tick.isActive())
        return;
    m_tick.start();
    QTimer::singleShot(0, this, &HallView::step);
}

// One beat: what moves moves on; a beat in which nothing has changed stops the clock.
void HallView::step() {
    if (!isVisible()) {
        m_tick.stop();
        return;
    }
    if (m_move) {
        const double seconds = static_cast<double>(m_moveClock.elapsed()) / 1000;
        m_camera = m_move->at(seconds);
        if (m_move->finished(seconds))
            m_move.reset();
        m_cameraClock.restart();
        m_dirty = true;
        tellMap();
        emit cameraChanged();
    }
    if (m_stateOld) {
        updateState();
        m_dirty = true;
    }
    const Hands hands = m_move || m_cameraClock.elapsed() < restAfter                  ? Hands::Moving
                        : m_stateClock.isValid() && m_stateClock.elapsed() < fineAfter ? Hands::Watching
                                                                                       : Hands::Resting;
    if (m_dirty || hands != m_shownHands) {
        m_dirty = false;
        m_shownHands = hands;
        SceneFrame next = frame();
        next.hands = hands;
        m_host->show(std::move(next));
    } else if (hands == Hands::Resting) {
        m_tick.stop();
    }
}

SceneFrame HallView::frame() const {
    SceneFrame f;
    f.camera = m_camera;
    f.instances = m_instances;
    f.state = m_state;
    f.plan = m_plan;
    if (m_interval && m_timeScale > 0)
        f.seconds = (m_time - m_interval->start).base() / m_timeScale;
    f.selection = m_sharedSelection;
    f.hover = m_hover;
    f.colours = m_colours;
    f.colouring = m_colouring;
    return f;
}

Viewport HallView::viewport() const {
    return {static_cast<float>(std::max(1, width())), static_cast<float>(std::max(1, height()))};
}

Pick HallView::pickAt(QPointF position) const {
    if (!m_instances)
        return {};
    return pick(*m_instances, m_camera, viewport(), static_cast<float>(position.x()) + 0.5f,
                static_cast<float>(position.y()) + 0.5f);
}

// What stands in a node is in sight with it: only what is large is looked for.
std::optional<QRectF> HallView::areaOf(ElementId element) const {
    if (!m_instances)
        return std::nullopt;
    const Fabric& fabric = *m_instances->fabric;
    const Element e = fabric.element(element);
    const Vec3 half = e.body.half, front = e.body.centre + Vec3{0, 0, half.z};
    if (half.x <= 0 || dot(m_camera.forward(), Vec3{0, 0, 1}) > 0)
        return std::nullopt;
    const auto low = project(m_camera, viewport(), front - Vec3{half.x, half.y, 0});
    const auto high = project(m_camera, viewport(), front + Vec3{half.x, half.y, 0});
    if (!low || !high)
        return std::nullopt;
    const QRectF area =
        QRectF(QPointF(double(low->x), double(high->y)), QPointF(double(high->x), double(low->y)))
            .normalized();
    if (e.kind != ElementKind::Node && e.kind != ElementKind::Rack)
        return area;
    for (const double across : {0.5, 0.2, 0.8})
        if (const ElementId met = pickAt({area.left() + across * area.width(), area.center().y()}).element;
            met.valid() && fabric.contains(element, met))
            return area;
    return std::nullopt;
}

const Interval* HallView::intervalNow() const {
    const bool moves = m_outcome && !m_outcome->intervals.empty() && m_time <= m_outcome->end;
    return moves ? &m_outcome->at(m_time) : nullptr;
}

void HallView::catchUp() {
    const Interval* now = intervalNow();
    if (now == m_interval && !m_stateOld)
        return;
    m_interval = now;
    updateState();
    request();
}

void HallView::arrive() {
    catchUp();
    if (!m_move)
        return;
    m_camera = m_move->at(std::numeric_limits<double>::max());
    m_move.reset();
    request();
    emit cameraChanged();
}

QImage HallView::grabPicture(QSize size, double ratio) {
    catchUp();
    SceneFrame f = frame();
    f.pixelRatio = static_cast<float>(ratio);
    if (m_atHome && m_instances)
        f.camera = homeCamera(*m_instances, static_cast<float>(size.width()) /
                                                static_cast<float>(std::max(1, size.height())));
    QString trouble;
    if (!m_pictures) {
        Result<std::unique_ptr<OffscreenHall>> made = OffscreenHall::make();
        if (made)
            m_pictures = std::move(made).value();
        else
            trouble = QString::fromStdString(toSentence(made.issues().front()));
    }
    const QSize pixels = size * ratio;
    QImage image = m_pictures ? m_pictures->render(f, pixels) : QImage(pixels, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    if (m_pictures)
        HallLabels().paint(painter, f, size);
    else
        paintTrouble(painter, size, m_colours, trouble);
    return image;
}

} // namespace supernode
