// SPDX-License-Identifier: GPL-3.0-or-later
// One way to look at an answer at one instant: what every picture in the middle of Explore can be told.
//
// An outcome, a playhead and a selection go in; intents come out, and what they cause comes back as another
// outcome or selection. Only the view that is shown is told anything: when it comes to the front it gets all
// of it anew. Units: model time. Ownership: an ordinary child widget. Thread: GUI.
#pragma once

#include "model/outcome/outcome.h"
#include "views/colouring.h"
#include "views/frame_times.h"

#include <QWidget>

#include <any>
#include <optional>
#include <utility>
#include <vector>

namespace supernode {

enum class Motion { Full, Reduced }; // reduced: nothing eases, no dots

class ExploreView : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    ~ExploreView() override;

    virtual void setOutcome(OutcomePtr outcome) = 0;
    virtual void setBaseline(OutcomePtr) {} // the step that is compared with, or null; for its ghosts
    // What moves moves on; colours and words stay those of the moment that was caught up with.
    virtual void setTime(Duration time) = 0;
    virtual void setSelection(std::vector<ElementId> selection) = 0;
    virtual void setTimeScale(double) {} // model seconds per second on screen
    virtual void focusOn(ElementId) {}   // where coming near makes sense
    virtual void home() {}
    virtual void setMotion(Motion) {}
    // All that it shows is of the present moment. A view never does it by itself while time passes: who
    // shows the same moment elsewhere leads, so that no two parts of a window differ.
    virtual void catchUp() = 0;
    virtual void arrive() { catchUp(); } // and what glides is at its end: for a picture
    // What is drawn under a point; invalid: nothing.
    virtual ElementId elementAt(QPointF) const { return {}; }
    // Where an element that is in sight is drawn; nothing where the view cannot say.
    virtual std::optional<QRectF> areaOf(ElementId) const { return std::nullopt; }
    // Of a view of pairs: who sends to whom under a point.
    virtual std::pair<ElementId, ElementId> pairAt(QPointF) const { return {}; }
    virtual double bytesPerDot() const { return 0; } // 0: no dots
    // What the colours of its links can stand for, so that a legend says it; none: the view says it itself.
    virtual std::vector<Colouring> colourings() const { return {}; }
    virtual void setColouring(Colouring) {} // one of them
    virtual const FrameTimes& frameTimes() const = 0;
    // What a hand has chosen in it (zoom, fold), for the view that takes its place, once that has its
    // outcome.
    virtual std::any place() const { return {}; }
    virtual void setPlace(const std::any&) {}

signals:
    // Invalid when the click met nothing. Ctrl adds to what is selected.
    void elementClicked(supernode::ElementId element, Qt::KeyboardModifiers modifiers);
    void elementHovered(supernode::ElementId element);
    void elementsBrushed(const std::vector<supernode::ElementId>& elements); // replace the selection
    void bytesPerDotChanged();
};

} // namespace supernode
