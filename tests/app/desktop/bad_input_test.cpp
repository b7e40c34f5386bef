// SPDX-License-Identifier: GPL-3.0-or-later
// What no view may stumble over: no size, no traffic, one chip or thousands, absurd zoom, twenty windows, a
// context that is lost.
#include "app/desktop/explore_views.h"
#include "app/files/builtin.h"
#include "tests/app/desktop/window_test.h"
#include "tests/model/test_systems.h"
#include "tests/views/fingers.h"
#include "views/scene/gl_host.h"

#include <QApplication>
#include <QWheelEvent>

#include <set>

namespace supernode::test {
namespace {

OutcomePtr idle(SystemPtr system) {
    Scenario scenario = allToAllOn(std::move(system));
    scenario.workload = Specification{};
    return answer(scenario);
}

// More than a ground alone.
bool showsSomething(const QImage& image) {
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 0; x < image.width(); x += 2)
            colours.insert(image.pixel(x, y));
    return colours.size() > 8;
}

class EveryView : public testing::TestWithParam<std::string> {
protected:
    EveryView() {
        view.reset(
            exploreViews()[static_cast<std::size_t>(exploreViewNamed(QString::fromStdString(GetParam())))]
                .make(HostChoice::Software));
        view->resize(900, 600);
        view->setMotion(Motion::Reduced);
        view->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(view.get()));
    }
    void tell(const OutcomePtr& outcome) {
        view->setOutcome(outcome);
        view->setTimeScale(5e-5);
        view->setTime(outcome->end * 0.5);
        view->catchUp();
    }
    QImage picture() {
        if (auto* hall = dynamic_cast<HallView*>(view.get()))
            return hall->grabPicture(hall->size());
        return view->grab().toImage();
    }
    void wheel(int notches) {
        const QPoint at = view->rect().center();
        for (int i = 0; i < std::abs(notches); ++i) {
            QWheelEvent event(at, view->mapToGlobal(at), {}, {0, notches > 0 ? 120 : -120}, Qt::NoButton, {},
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(view.get(), &event);
        }
    }
    std::unique_ptr<ExploreView> view;
};

TEST_P(EveryView, HasNothingToShowAndSaysNothing) {
    EXPECT_EQ(view->elementAt({100, 100}), ElementId());
    view->setTime(microseconds(5));
    view->setSelection({});
    view->focusOn({});
    view->home();
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, QPoint(450, 300));
    EXPECT_EQ(picture().size(), QSize(900, 600));
}

TEST_P(EveryView, TakesEverySizeAndComesBack) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    tell(outcome);
    for (const QSize size : {QSize(0, 0), QSize(1, 1), QSize(3000, 30), QSize(30, 2000), QSize(900, 600)}) {
        view->setMinimumSize(0, 0);
        view->resize(size);
        QApplication::processEvents();
        view->elementAt(QPointF(size.width(), size.height()) / 2);
        view->setTime(outcome->end * 0.4);
        if (!size.isEmpty())
            picture();
    }
    EXPECT_TRUE(showsSomething(picture()));
}

TEST_P(EveryView, ShowsAMachineWithoutTraffic) {
    for (const SystemPtr& system : {cloudMatrix(), nvl72()}) {
        tell(idle(system));
        EXPECT_TRUE(showsSomething(picture())) << system->id;
        EXPECT_EQ(view->bytesPerDot(), 0);
    }
}

TEST_P(EveryView, ShowsOneChipAndThousands) {
    tell(idle(smallMachine(1, 1, 1, 1, 1)));
    EXPECT_TRUE(showsSomething(picture()));
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->rect().center());
    tell(answer(allToAllOn(builtinSystem("atlas950")))); // 8,192 NPUs
    EXPECT_TRUE(showsSomething(picture()));
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->rect().center());
}

TEST_P(EveryView, ComesBackFromAbsurdZoom) {
    tell(answer(allToAllOn(cloudMatrix())));
    const QImage before = picture();
    for (const int notches : {300, -600, 300}) {
        wheel(notches);
        view->elementAt(view->rect().center());
        EXPECT_EQ(picture().size(), before.size());
    }
    Fingers(*view).pinch({440, 300}, {460, 300}, {5, 300}, {895, 300});
    Fingers(*view).pinch({5, 300}, {895, 300}, {449, 300}, {450, 300});
    view->home();
    QTest::mouseMove(view.get(), QPoint(2, 2));
    EXPECT_TRUE(showsSomething(picture()));
}

TEST_P(EveryView, AnElementOfAnotherMachineIsNoTrouble) {
    tell(answer(allToAllOn(cloudMatrix())));
    const ElementId last(
        static_cast<std::uint32_t>(answer(allToAllOn(cloudMatrix()))->fabric->elementCount() - 1));
    view->setSelection({last});
    tell(answer(allToAllOn(nvl72())));
    EXPECT_TRUE(showsSomething(picture()));
}

INSTANTIATE_TEST_SUITE_P(OfExplore, EveryView, testing::Values("hall", "fabric", "matrix", "roofline"),
                         [](const auto& name) { return name.param; });

TEST(ManyWindows, TwentyAtOnceShowTheSame) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    std::vector<std::unique_ptr<HallView>> windows;
    for (int i = 0; i < 20; ++i) {
        windows.push_back(std::make_unique<HallView>(HostChoice::Software));
        windows.back()->resize(320, 240);
        windows.back()->setOutcome(outcome);
        windows.back()->show();
    }
    for (const auto& window : windows)
        EXPECT_TRUE(QTest::qWaitFor([&] { return window->frameTimes().frames() > 0; }, 30000));
    const QImage first = windows.front()->grabPicture({320, 240});
    EXPECT_TRUE(showsSomething(first));
    EXPECT_EQ(windows.back()->grabPicture({320, 240}), first);
}

// Hiding gives the context of the drawing thread back; showing makes another.
TEST(LostContext, AHallThatWasHiddenDrawsAgain) {
    HallView view(HostChoice::Software);
    view.resize(640, 400);
    view.setOutcome(answer(allToAllOn(cloudMatrix())));
    view.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.frameTimes().frames() > 0; }, 20000));
    for (int i = 0; i < 3; ++i) {
        view.hide();
        QTest::qWait(50);
        const std::size_t before = view.frameTimes().frames();
        view.show();
        ASSERT_TRUE(QTest::qWaitFor([&] { return view.frameTimes().frames() > before; }, 20000));
    }
    EXPECT_TRUE(showsSomething(view.grab().toImage()));
}

// A hall that moves to another top level loses the context that it drew with, where windows have one (the
// suite runs once more on a display server); elsewhere it draws as it did.
TEST(LostContext, AHallDrawsAgainInAnotherWindow) {
    const HostChoice host = windowsDrawOpenGl() ? HostChoice::Gpu : HostChoice::Software;
    QWidget first, second;
    first.resize(640, 400);
    second.resize(640, 400);
    auto* view = new HallView(host, &first);
    view->resize(640, 400);
    view->setOutcome(answer(allToAllOn(cloudMatrix())));
    first.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return view->frameTimes().frames() > 0; }, 20000));
    view->setParent(&second);
    const std::size_t before = view->frameTimes().frames();
    second.show();
    view->show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return view->frameTimes().frames() > before; }, 20000));
    EXPECT_TRUE(QTest::qWaitFor([&] { return showsSomething(second.grab().toImage()); }, 20000));
}

} // namespace
} // namespace supernode::test
