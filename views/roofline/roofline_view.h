// SPDX-License-Identifier: GPL-3.0-or-later
// The roofline of the work: its phases under the roofs of arithmetic, memory and links, log axes.
//
// Marks glide to where a moved knob puts them; what runs at the playhead is ringed; before a what-if they
// leave a ghost. Hover, a tap or the arrow keys name a mark or a roof. Painted only when something changes.
// Units: logical pixels, model time. Ownership: an ordinary child widget. Thread: GUI.
// Promise: the mark under the cursor is named. [RooflineView.TheMarkUnderTheCursorIsNamed]
#pragma once

#include "views/explore_view.h"
#include "views/roofline/roofline_layout.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

namespace supernode {

class Segmented;
struct Theme;

class RooflineView : public ExploreView {
    Q_OBJECT

public:
    explicit RooflineView(QWidget* parent = nullptr);

    void setOutcome(OutcomePtr outcome) override;
    void setBaseline(OutcomePtr baseline) override;
    void setTime(Duration time) override { m_time = time; }
    void setSelection(std::vector<ElementId>) override {} // work belongs to all that take part
    void setMotion(Motion motion) override { m_motion = motion; }
    void home() override; // nothing is named
    void catchUp() override;
    void arrive() override;
    const FrameTimes& frameTimes() const override { return m_times; }
    std::any place() const override { return m_detail; }
    void setPlace(const std::any& place) override;

    void setDetail(WorkDetail detail);
    WorkDetail detail() const { return m_detail; }
    Segmented& detailSwitch() { return *m_switch; }
    const RooflinePicture& picture() const { return m_target; } // where the marks are going
    const RooflinePicture* ghosts() const { return m_ghosts ? &*m_ghosts : nullptr; }
    bool gliding() const { return m_glide.isActive(); }
    RoofPlots plots() const;
    QString readout() const; // what is named, else the headline

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Named {
        RoofMark::Panel panel = RoofMark::Panel::Arithmetic;
        std::string mark; // "": the roof
        std::size_t roof = 0;
        bool operator==(const Named&) const = default;
    };
    const RoofPanel& panel(RoofMark::Panel which) const;
    std::optional<Named> namedAt(QPointF position) const;
    void name(std::optional<Named> named);
    void nameNext(int step);
    const RoofMark* namedMark(const RooflinePicture& picture) const;
    void rebuild();
    void glide();
    void paintHead(QPainter& painter, const Theme& theme) const;
    void paintFoot(QPainter& painter, const Theme& theme) const;

    OutcomePtr m_outcome, m_baseline;
    Duration m_time;
    const Phase* m_running = nullptr;
    WorkDetail m_detail = WorkDetail::Phase;
    RooflinePicture m_from, m_shown, m_target;
    std::optional<RooflinePicture> m_ghosts;
    std::optional<Named> m_named;
    Motion m_motion = Motion::Full;
    QTimer m_glide;
    QElapsedTimer m_clock;
    Segmented* m_switch = nullptr;
    FrameTimes m_times;
};

} // namespace supernode
