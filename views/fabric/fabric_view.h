// SPDX-License-Identifier: GPL-3.0-or-later
// The fabric as rings: an outcome and a playhead in, clicks on chips, planes and racks out.
//
// What stands still is painted once into an image and again only when something of it changes, over what does
// not even then; a frame is that image and the dots. Units: logical pixels, model time. Ownership: an
// ordinary child widget. Thread: GUI. Errors: without an outcome it is empty. Promise: a click selects what
// is drawn there. [FabricView.AClickSelectsWhatIsDrawnThere] Promise: a frame in which only time passes
// paints nothing anew. [FabricView.TimeAlonePaintsNothingAnew] Promise: colours follow when it is asked to
// catch up, and not before. [FabricView.ColoursFollowWhenItIsAsked]
#pragma once

#include "model/outcome/baseline_use.h"
#include "views/band.h"
#include "views/explore_view.h"
#include "views/fabric/fabric_dots.h"
#include "views/fabric/fabric_painter.h"
#include "views/fabric/fabric_story.h"
#include "views/fabric/part_map.h"
#include "views/touch_hand.h"

#include <QImage>
#include <QPixmap>

namespace supernode {

class FabricView : public ExploreView {
    Q_OBJECT

public:
    enum class Words { Beside, None }; // what the rings say of themselves
    explicit FabricView(QWidget* parent = nullptr) : FabricView(Words::Beside, parent) {}
    explicit FabricView(Words words, QWidget* parent = nullptr);

    void setOutcome(OutcomePtr outcome) override;
    void setBaseline(OutcomePtr baseline) override;
    void setTime(Duration time) override;
    // Promise: what is selected elsewhere comes in sight. [FabricView.WhatIsSelectedElsewhereComesInSight]
    void setSelection(std::vector<ElementId> selection) override;
    void setTimeScale(double modelSecondsPerSecond) override;
    void focusOn(ElementId element) override;
    void home() override;
    double bytesPerDot() const override { return m_dots.bytesPerDot; }
    std::vector<Colouring> colourings() const override {
        return {Colouring::ByUtilization, Colouring::ByChange};
    }
    void setColouring(Colouring colouring) override;
    void setMotion(Motion motion) override;
    void catchUp() override;

    std::any place() const override;
    void setPlace(const std::any& place) override;
    RingPlacement placement() const;
    const FabricPicture* picture() const { return m_picture.get(); }
    // The part, else the rack of a name, under a point; invalid: nothing.
    ElementId elementAt(QPointF position) const override;
    // Each once, those whose middle is in it.
    std::vector<ElementId> elementsIn(const QRectF& area) const;
    std::size_t layersPainted() const { return m_layersPainted; }
    const FrameTimes& frameTimes() const override { return m_times; }
    const FabricStory& story() const { return m_story; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF ringsArea() const;
    QRectF wordsArea() const;
    const Interval* intervalNow() const; // of m_time; null: nothing moves
    void updateInterval();               // colours, ways, dots, words
    void updateDots();
    void setHover(ElementId element);
    void zoomAt(QPointF position, double factor);
    void panBy(QPointF pixels);
    void connectFingers();
    bool isSelectionInSight() const;
    void refresh(); // what stands still has changed
    void paintLayer();
    void paintDot(double ratio, const Theme& theme);
    void paintWords(QPainter& painter) const;
    void paintDots(QPainter& painter);

    Words m_wordsWhere;
    OutcomePtr m_outcome, m_baseline;
    BaselineUse m_before; // of both
    bool m_beforeOld = false;
    Colouring m_colouring = Colouring::ByUtilization;
    FabricPicturePtr m_picture;
    const Interval* m_interval = nullptr; // that is drawn, in m_outcome; null: nothing moves
    Duration m_time;
    double m_timeScale = 0;
    Motion m_motion = Motion::Full;
    std::vector<ElementId> m_selection;
    ElementId m_hover;
    std::vector<Shade> m_shades;
    FabricWays m_ways, m_moving; // moving: what moves instead of them, where they are down
    FabricDots m_dots;
    FabricStory m_story;
    std::vector<std::uint32_t> m_hoveredParts;

    double m_zoom = 1;
    QPointF m_pan; // of the middle, in units of the picture

    FabricGround m_groundPainted;
    PartMap m_map; // once a placement has been painted twice
    RingPlacement m_placePainted;
    QImage m_ground, m_layer; // what stands still for long; that and what follows the traffic
    bool m_layerOld = true;
    std::size_t m_layersPainted = 0;
    QPixmap m_dot;
    std::vector<QPointF> m_places;
    FrameTimes m_times;

    QPointF m_pressed, m_last;
    bool m_down = false, m_dragged = false;
    Band m_band{this};
    TouchHand m_fingers{this};
};

} // namespace supernode
