// SPDX-License-Identifier: GPL-3.0-or-later
// Phases as blocks over a time axis, in a row for each lane, with a playhead that can be dragged or moved
// with keys.
//
// A drag over the blocks moves the playhead, a drag over the axis marks a stretch to loop over, a click there
// takes it back. The wheel zooms at the cursor, a double click shows all again. All but the playhead is kept
// as a picture while nothing but the time moves. Thread: GUI. Promise: the playhead moves without the blocks
// being drawn again. [TimelineTrackTest.ThePlayheadMovesOverTheSamePicture] Promise: the
// wheel zooms at the cursor. [TimelineTrackTest.TheWheelZoomsAtTheCursor] Promise: a drag over the axis is a
// loop. [TimelineTrackTest.ADragOverTheAxisIsALoop]
#pragma once

#include "views/panels/painted.h"
#include "views/panels/timeline_blocks.h"
#include "views/panels/timeline_scale.h"

#include <QPixmap>

#include <optional>

namespace supernode {

class TimelineTrack : public QWidget {
    Q_OBJECT

public:
    explicit TimelineTrack(QWidget* parent = nullptr);
    void setOutcome(OutcomePtr outcome);
    void setPlayhead(Duration time); // the view follows when it leaves it
    Duration playhead() const { return m_playhead; }
    TimeSpan view() const { return m_view; }
    std::optional<TimeSpan> loop() const { return m_loop; }
    void setLoop(std::optional<TimeSpan> loop); // emits it
    void setView(TimeSpan view);                // clamped
    double xOf(Duration time) const;
    Duration timeAt(double x) const;          // clamped to what is in view
    void zoomAt(Duration at, double notches); // of a wheel; what is at that time stays where it is
    void showAll();
    int axisTop() const;
    int layersPainted() const { return m_layersPainted; }

    QSize sizeHint() const override { return {480, neededHeight()}; }
    QSize minimumSizeHint() const override { return {200, neededHeight()}; }

signals:
    void scrubbed(supernode::Duration time);
    void loopChosen(std::optional<supernode::TimeSpan> loop);
    void viewChanged(supernode::TimeSpan view);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void refresh(); // the picture is no longer right
    void measure(); // how much room the names of the lanes take
    void paintLayer();
    void paintPhases(QPainter& painter, const Theme& theme) const;
    void paintLanes(QPainter& painter, const Theme& theme) const;
    void paintAxis(QPainter& painter, const Theme& theme) const;
    void paintLoop(QPainter& painter, const Theme& theme) const;
    void paintPlayhead(QPainter& painter, const Theme& theme) const;
    int neededHeight() const;
    double rowHeight() const;
    double left() const { return m_left; } // of the time axis: behind the names of the lanes

    OutcomePtr m_outcome;
    TimelineRows m_rows;
    TimeSpan m_view;
    std::optional<TimeSpan> m_loop;
    std::optional<double> m_markFrom; // x where a mark over the axis began
    Duration m_playhead;
    bool m_keyboardFocus = false;
    double m_left = 0;
    QPixmap m_layer;
    bool m_layerOld = true;
    int m_layersPainted = 0;
};

} // namespace supernode
