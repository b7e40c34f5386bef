// SPDX-License-Identifier: GPL-3.0-or-later
// Explore: the machine in the middle, the question at its left, the selected thing at its right, time below.
//
// In the middle one of several views of the same instant, with one selection and one playhead for all parts.
// Intents go to the session; what comes back is shown. Thread: GUI.
// Promise: a click on Fail and on undo moves the headline and brings it back.
// [MainWindowTest.ClickingFailOnPlaneThreeLeavesSixSeventhsAndUndoRestoresIt]
// Promise: the views share selection and moment. [ExploreViews.ShareSelectionAndMoment]
#pragma once

#include "app/desktop/explainer.h"
#include "app/desktop/pace.h"
#include "app/desktop/playhead.h"
#include "app/desktop/replay.h"
#include "app/desktop/selection.h"
#include "app/desktop/session.h"
#include "views/explore_view.h"
#include "views/scene/hall_view.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QStackedWidget;

namespace supernode {

class Breadcrumbs;
class HeadlineTiles;
class Inspector;
class LegendStrip;
class LinkCard;
class NumberSheet;
class PinnedTiles;
class QuestionPanel;
class ReplayStrip;
class RunStrips;
class Segmented;
class TimelineBar;
class GroupPlacing;
class TrafficDrawing;

// All of Explore that is no part of the session: what is looked at, how, and when.
struct ExploreState {
    int view = 0;
    Colouring colouring = Colouring::ByUtilization;
    std::vector<std::any> places; // of the views
    std::vector<ElementId> selection;
    std::vector<std::string> pinned;
    Duration time, scale;
    std::optional<TimeSpan> loop, inView; // of the timeline
    std::optional<bool> curves;           // as a person wants them
    bool playing = false, drawing = false, placing = false;
    int drawnBytes = 0; // step of the knob
    Recording recording;
};

class ExploreMode : public QWidget {
    Q_OBJECT

public:
    ExploreMode(Session& session, HostChoice renderer, QWidget* parent = nullptr);

    HallView& hall() { return *m_hall; }
    // The one that is shown; `index` as in exploreViews().
    ExploreView& view() { return *m_view; }
    void showView(int index);
    Segmented& viewSwitch() { return *m_switch; }
    // What the colours of links stand for. Promise: a change is offered where there is something to compare
    // with. [WhatIfTest.LinksAreColouredByTheirChange]
    Segmented& colouring() { return *m_colouring; }
    void chooseColouring(Colouring colouring);
    Playhead& playhead() { return m_playhead; }
    Selection& selection() { return m_selection; }
    Inspector& inspector() { return *m_inspector; }
    HeadlineTiles& tiles() { return *m_tiles; }
    // Why a headline number has its value, opened by a click on its tile.
    // Promise: every headline number of every workload opens. [ExploreNumbers.EveryHeadlineNumberOpens]
    NumberSheet& numberSheet() { return *m_number; }
    QuestionPanel& question() { return *m_question; }
    TimelineBar& timeline() { return *m_timeline; }
    RunStrips& curves() { return *m_curves; }
    PinnedTiles& pinned() { return *m_pinned; }
    TrafficDrawing& drawing() { return *m_drawing; }
    GroupPlacing& placing() { return *m_placing; }
    // Promise: the panels follow in a turn of the event loop of their own.
    // [ExploreViews.ThePanelsFollowTheViewInATurnOfTheirOwn]
    const OutcomePtr& shown() const { return m_shown; }
    // Curves over the timeline; until a person says so they are there where the window is high enough.
    // Promise: they fold and unfold, and are closed in a small window.
    // [ExploreCurves.FoldAndUnfoldAndAreClosedInASmallWindow]
    void showCurves(bool shown);
    void togglePin(ElementId element);
    void setFaster(int steps); // of the clock; below 0: slower
    // Playing and drawing only while this mode is shown.
    void setActive(bool active);
    // For the mode that takes its place, over the same session.
    // Promise: another language keeps what is looked at. [ExploreViews.AnotherLanguageKeepsWhatIsLookedAt]
    ExploreState state();
    void setState(const ExploreState& state);
    void stepInterval(int direction);
    void togglePlaying(); // of the clock, or of the replay
    // The last thirty seconds as they were shown, in slow motion; a new answer or a hand on the time ends it.
    // Promise: afterwards all is as before. [ReplayInExplore.AfterwardsAllIsAsBefore]
    void toggleReplay();
    Replay& replay() { return m_replay; }
    ReplayStrip& replayStrip() { return *m_replayStrip; }

signals:
    void elementClicked(); // in a view, by hand

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(HostChoice renderer);
    QBoxLayout* buildMiddle(HostChoice renderer);
    void connectQuestion();
    void connectMachine();
    void addViews(HostChoice renderer);
    void connectViews();
    void connectView(ExploreView* view);
    OutcomePtr before() const;
    void tellView(); // all that there is to know
    void connectTime();
    void connectReplay();
    void showAgain(const ShownMoment& moment);
    void showAnswer(); // of the session
    void show(const OutcomePtr& outcome);
    void showPanels();
    void showSelection();
    void showMoment();
    void showPins();
    void offerColourings(); // of the view, for what is shown
    void explain(const QString& metric);
    void tellNumber(const Metric& metric, const std::vector<Sensitivity>* moves);
    QString otherNote() const; // of the session, in words of the language
    QString otherSentence(const QString& metric) const;

    Session& m_session;
    Selection m_selection;
    Playhead m_playhead;
    Replay m_replay;
    ShownMoment m_live; // that a replay comes back to
    bool m_resumeLive = false;
    const Interval* m_interval = nullptr; // of the outcome that is shown
    Pace m_pace;                          // of telling it
    std::optional<bool> m_curvesWanted;   // by a person
    OutcomePtr m_shown;
    bool m_panelsOld = false; // they show another outcome than the view
    Explainer m_explainer;
    QString m_explained; // id of the metric
    NumberSheet* m_number = nullptr;
    bool m_resume = true; // play again when the mode comes back
    QuestionPanel* m_question = nullptr;
    Breadcrumbs* m_breadcrumbs = nullptr;
    Segmented* m_colouring = nullptr;
    std::vector<Colouring> m_colourings; // its options
    Colouring m_chosenColouring = Colouring::ByUtilization;
    Segmented* m_switch = nullptr;
    QStackedWidget* m_stack = nullptr;
    TrafficDrawing* m_drawing = nullptr;
    GroupPlacing* m_placing = nullptr;
    ReplayStrip* m_replayStrip = nullptr;
    ExploreView* m_view = nullptr; // the one that is shown
    HallView* m_hall = nullptr;
    LegendStrip* m_legend = nullptr;
    HeadlineTiles* m_tiles = nullptr;
    RunStrips* m_curves = nullptr;
    PinnedTiles* m_pinned = nullptr;
    TimelineBar* m_timeline = nullptr;
    Inspector* m_inspector = nullptr;
    LinkCard* m_distribution = nullptr;
};

} // namespace supernode
