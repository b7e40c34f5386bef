// SPDX-License-Identifier: GPL-3.0-or-later
// The hall as a widget: an outcome and a playhead in, clicks on elements out.
//
// Chooses by itself how to draw: straight with a graphics card, else with a thread of its own, which works
// without any display. Moves only when something moves: playing, hands on the camera; otherwise it costs
// nothing. Units: logical pixels, model time. Ownership: an ordinary child widget. Thread: GUI; never waits
// for drawing but in grabPicture. Errors: without OpenGL 3.3 it says in the picture what was found and what
// is needed. Promise: a click reports the element that is drawn there.
// [HallView.AClickReportsTheElementUnderIt] Promise: selecting never moves the camera.
// [HallView.SelectingNeverMovesTheCamera]
#pragma once

#include "model/outcome/baseline_use.h"
#include "views/band.h"
#include "views/explore_view.h"
#include "views/scene/hall_host.h"
#include "views/scene/picking.h"
#include "views/touch_hand.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTimer>

namespace supernode {

class FloorPlanner;
class MiniMap;
class OffscreenHall;
struct Theme;

enum class HostChoice { Auto, Gpu, Software }; // Gpu counts only where windows can show OpenGL

class HallView : public ExploreView {
    Q_OBJECT

public:
    explicit HallView(HostChoice choice = HostChoice::Auto, QWidget* parent = nullptr);
    ~HallView() override;

    // Another machine brings the camera home; another answer of the same machine keeps it.
    void setOutcome(OutcomePtr outcome) override;
    void setBaseline(OutcomePtr baseline) override; // links keep its colour as an edge
    void setTime(Duration time) override;
    void setTimeScale(double modelSecondsPerSecond) override;
    void setSelection(std::vector<ElementId> selection) override;
    void setHover(ElementId element); // shown as under the cursor; for linked views
    void setColouring(Colouring colouring) override;
    void setTheme(const Theme& theme);
    void setMotion(Motion motion) override;
    void focusOn(ElementId element) override; // eased
    void home() override;                     // eased

    const Camera& camera() const { return m_camera; }
    void setCamera(const Camera& camera); // at once; for linked views
    // A plan of the room in the corner; it hides itself where the view is small.
    // Promise: a click on the plan moves the camera there. [HallMapTest.AClickOnThePlanMovesTheCameraThere]
    void showMap();
    std::any place() const override;
    void setPlace(const std::any& place) override;
    MiniMap* map() const { return m_map; }
    // What lies over the picture: the plan.
    void paintOver(QPainter& painter, QPoint origin);
    bool animating() const { return m_tick.isActive(); }
    double bytesPerDot() const override; // 0: nothing moves
    std::vector<Colouring> colourings() const override {
        return {Colouring::ByUtilization, Colouring::ByPlane, Colouring::ByChange};
    }
    const FrameTimes& frameTimes() const override { return m_host->times(); }
    bool onGraphicsCard() const { return m_gpu; }
    // Draws the present state at once; the same state gives the same picture.
    // `ratio`: device pixels for a logical one.
    QImage grabPicture(QSize size, double ratio = 1);
    void catchUp() override;
    // Promise: the camera is where it was going. [HallViewTest.APictureShowsWhereTheCameraGoes]
    void arrive() override;
    Pick pickAt(QPointF position) const;
    ElementId elementAt(QPointF position) const override { return pickAt(position).element; }
    std::optional<QRectF> areaOf(ElementId element) const override; // of its front; a rack or node in sight

signals:
    void cameraChanged(); // by hand or on its way
    void unavailable(const QString& reason);

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeHost(HostChoice choice);
    void request(); // a new frame is needed
    void step();
    void updateInstances();
    void updateState();
    void updatePlan();
    void moveByHand(const Camera& camera);
    void ease(const Camera& to);
    void hoverAt(QPointF position);
    bool insideRack(Vec3 point) const;
    void connectFingers();
    void placeMap();
    void tellMap(); // where the camera is
    void showOnMap(std::span<const float> utilization);
    void brush(const QRectF& area);
    Viewport viewport() const;
    SceneFrame frame() const;
    const Interval* intervalNow() const; // of m_time; null: nothing moves

    HallHost* m_host = nullptr; // its widget is a child of this
    bool m_gpu = false;
    OutcomePtr m_outcome, m_baseline;
    BaselineUse m_before; // of both
    bool m_beforeOld = false;
    InstancesPtr m_instances;
    StatePtr m_state;
    PlanPtr m_plan;
    const Interval* m_interval = nullptr; // in m_outcome
    Duration m_time;
    double m_timeScale = 0;
    std::vector<ElementId> m_selection;
    SelectionPtr m_sharedSelection; // with the frames
    ElementId m_hover;
    SceneColours m_colours;
    Colouring m_colouring = Colouring::ByUtilization;
    Motion m_motion = Motion::Full;

    Camera m_camera;
    bool m_atHome = true; // follows the size of the widget until a hand moves it
    std::optional<CameraMove> m_move;
    QElapsedTimer m_moveClock, m_cameraClock, m_stateClock;
    QTimer m_tick;
    bool m_dirty = true, m_stateOld = false;
    Hands m_shownHands = Hands::Resting;

    QPointF m_pressed, m_last;
    Qt::MouseButton m_button = Qt::NoButton;
    bool m_dragged = false;
    Band m_band{this};
    TouchHand m_fingers{this};
    MiniMap* m_map = nullptr;
    std::unique_ptr<FloorPlanner> m_planner;   // of the machine on the map
    std::unique_ptr<OffscreenHall> m_pictures; // made by the first grabPicture
};

} // namespace supernode
