// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/smoke.h"

#include "app/desktop/compare_mode.h"
#include "app/desktop/explore_mode.h"
#include "app/desktop/explore_views.h"
#include "app/desktop/main_window.h"
#include "app/desktop/soak.h"
#include "views/panels/segmented.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QTimer>

#include <ctime>

namespace supernode {
namespace {

constexpr int watchMilliseconds = 3000, soakMilliseconds = 12'000;

// Between two beats of the event loop, the longest: on the clock, and as work of this thread alone, which
// does not grow when other programs take the processor.
struct Stall {
    double clock = 0, work = 0; // milliseconds
};

double workMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Stall watch(int milliseconds) {
    QEventLoop loop;
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    QElapsedTimer beat;
    double work = workMilliseconds();
    Stall longest;
    QObject::connect(&heart, &QTimer::timeout, [&] {
        longest.clock = std::max(longest.clock, static_cast<double>(beat.nsecsElapsed()) / 1e6);
        longest.work = std::max(longest.work, workMilliseconds() - work);
        work = workMilliseconds();
        beat.restart();
    });
    beat.start();
    heart.start(5);
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    return longest;
}

QJsonObject measure(MainWindow& window, const QString& name) {
    window.settle();
    watch(500); // until the first frames are through
    const std::vector<ExploreView*> shown = window.shownViews();
    std::vector<std::size_t> first;
    for (const ExploreView* view : shown)
        first.push_back(view->frameTimes().frames());
    const Stall longest = watch(watchMilliseconds);
    QJsonArray views;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        ExploreView* view = shown[i];
        const FrameTimes times = view->frameTimes().without(first[i]);
        QJsonObject entry{{"size", QString("%1x%2").arg(view->width()).arg(view->height())},
                          {"frames", static_cast<int>(times.frames())},
                          {"frame_ms_median", times.median()},
                          {"frame_ms_p99", times.percentile99()}};
        if (const auto* hall = qobject_cast<HallView*>(view))
            entry.insert("on_graphics_card", hall->onGraphicsCard());
        views.append(entry);
    }
    return {{"state", name},
            {"views", views},
            {"event_loop_longest_ms", longest.clock},
            {"event_loop_work_ms", longest.work}};
}

// From the click on Fail to the new answer on screen.
double clickToAnswer(MainWindow& window, Session& session, const char* element) {
    QElapsedTimer clock;
    clock.start();
    session.fail(*session.outcome()->fabric->find(element));
    session.waitForAnswer();
    for (ExploreView* view : window.shownViews())
        view->repaint();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

// The watchdog: the longest time without an answer of the window while it is worked without a rest.
QJsonObject soakFor(MainWindow& window, Session& session) {
    Soak soak(window, session);
    const Stall longest = watch(soakMilliseconds);
    return {{"acts", soak.acts()},
            {"event_loop_longest_ms", longest.clock},
            {"event_loop_work_ms", longest.work},
            {"event_loop_target_ms", 50},
            {"longest_act", soak.longestAct()},
            {"longest_act_ms", soak.longestMilliseconds()}};
}

} // namespace

QJsonObject runSmoke(MainWindow& window, Session& session, const QString& pictures, double firstFrame) {
    QJsonArray states, problems;
    const auto visit = [&](const QString& name) {
        states.append(measure(window, name));
        if (pictures.isEmpty())
            return;
        const QString file = QDir(pictures).filePath(name + ".png");
        if (!QDir().mkpath(pictures) || !window.picture().save(file))
            problems.append("the picture could not be written to " + file);
    };
    window.setMode(MainWindow::Mode::Explore);
    visit("explore");
    for (int i = 1; i < window.explore().viewSwitch().count(); ++i) {
        window.explore().showView(i);
        visit("explore-" + exploreViewWords()[i]);
    }
    window.explore().showView(0);
    const ElementId plane = *session.outcome()->fabric->find("plane 3");
    window.explore().selection().select(plane);
    const double click = clickToAnswer(window, session, "plane 3");
    visit("explore-plane-3-failed");
    session.history().undo();
    session.waitForAnswer();
    window.setMode(MainWindow::Mode::Compare);
    visit("compare");
    window.setMode(MainWindow::Mode::Explore);
    const QJsonObject soak = soakFor(window, session);
    return {{"first_frame_ms", firstFrame},
            {"click_to_answer_ms", click},
            {"states", states},
            {"soak", soak},
            {"problems", problems}};
}

} // namespace supernode
