// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"
#include "app/files/builtin.h"
#include "tests/model/test_systems.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace supernode::test {
namespace {

struct Opened {
    Session session{{cloudMatrix(), nvl72()}, allToAllOn(cloudMatrix())};
    Opened() { session.waitForAnswer(); }
    ElementId named(const char* name) const { return *session.outcome()->fabric->find(name); }
    double value(const char* id) const { return metric(session.outcome(), id); }
};

TEST(Session, AnswersWithBaselineAndTheOtherMachine) {
    Opened o;
    EXPECT_NEAR(o.value("throughput"), 150.528, 1e-9);
    EXPECT_NEAR(metric(o.session.other(), "throughput"), 64.8, 1e-9);
    o.session.fail(o.named("plane 3"));
    o.session.waitForAnswer();
    // Six of seven planes; the baseline stays whole.
    EXPECT_NEAR(o.value("throughput"), 150.528 * 6 / 7, 1e-9);
    EXPECT_NEAR(metric(o.session.baseline(), "throughput"), 150.528, 1e-9);
}

TEST(Session, WhoWaitedFindsItSettled) {
    Opened o;
    QSignalSpy answered(&o.session, &Session::answered), settled(&o.session, &Session::settled);
    bool together = false; // settled in the same turn as answered
    QObject::connect(&o.session, &Session::answered, [&] { together = settled.size() == answered.size(); });
    o.session.fail(o.named("plane 3"));
    o.session.waitForAnswer();
    EXPECT_EQ(answered.size(), 1);
    EXPECT_EQ(settled.size(), 1);
    EXPECT_FALSE(together);
    // Who does not wait hears of it in a later turn, once.
    o.session.history().undo();
    while (settled.size() < 2)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    EXPECT_EQ(answered.size(), 2);
    QCoreApplication::processEvents();
    EXPECT_EQ(settled.size(), 2);
}

TEST(Session, UndoRestoresTheScenarioExactly) {
    Opened o;
    const Scenario before = o.session.scenario();
    const OutcomePtr first = o.session.outcome();
    o.session.fail(o.named("plane 3"));
    o.session.waitForAnswer();
    o.session.history().undo();
    o.session.waitForAnswer();
    EXPECT_EQ(o.session.scenario(), before);
    EXPECT_EQ(o.session.outcome()->intervals.front().load(), first->intervals.front().load());
    o.session.history().redo();
    o.session.waitForAnswer();
    EXPECT_EQ(o.session.scenario().changes.size(), 1u);
}

TEST(Session, AnotherModelBringsItsData) {
    // Without the data of the model the question, its baseline and its comparison would all be refused.
    Session session(builtinSystems(), *builtinScenario("all-to-all"));
    session.setWorkload(Decode{.model = "llama-3-70b", .chips = 16, .batchPerChip = 8});
    session.waitForAnswer();
    ASSERT_NE(session.outcome()->metric("time_per_output_token"), nullptr);
    ASSERT_NE(session.baseline(), nullptr);
    EXPECT_NE(session.baseline()->metric("time_per_output_token"), nullptr);
    ASSERT_NE(session.other(), nullptr) << session.otherNote().toStdString();
    EXPECT_TRUE(session.otherNote().isEmpty());
    session.setWorkload(Decode{.model = "llama-3-70b", .chips = 160, .batchPerChip = 8});
    session.waitForAnswer();
    EXPECT_TRUE(session.otherNote().contains("72")) << "it was compared with fewer chips";
}

TEST(Session, TheWayInAPackageIsAStep) {
    Opened o;
    o.session.setPackage(PackagePath::Link);
    o.session.waitForAnswer();
    EXPECT_EQ(o.session.scenario().package, PackagePath::Link);
    o.session.history().undo();
    EXPECT_EQ(o.session.scenario().package, PackagePath::Fabric);
}

TEST(Session, RoutingAndPresetsAreSteps) {
    Opened o;
    o.session.setWorkload(PointToPoint{}); // a hashed all-to-all of 768 dies is refused
    o.session.setRouting(Routing::Hashed);
    o.session.waitForAnswer();
    EXPECT_EQ(o.session.scenario().routing, Routing::Hashed);
    o.session.openPreset("incast");
    o.session.waitForAnswer();
    EXPECT_TRUE(std::holds_alternative<Incast>(o.session.scenario().workload));
    o.session.openPreset("no such preset");
    EXPECT_EQ(o.session.history().count(), 3);
}

TEST(Session, ADragIsOneStepOfUndo) {
    Opened o;
    for (int mib = 1; mib <= 20; ++mib)
        o.session.setWorkload(AllToAll{.bytes = mebibytes(mib)});
    o.session.endDrag();
    o.session.setWorkload(AllToAll{.bytes = mebibytes(100)});
    EXPECT_EQ(o.session.history().count(), 2);
    o.session.history().undo();
    o.session.history().undo();
    EXPECT_EQ(o.session.scenario(), allToAllOn(cloudMatrix()));
    o.session.waitForAnswer();
}

TEST(Session, SlowingIsOneStepForEachElement) {
    Opened o;
    o.session.waitForAnswer();
    const Fabric& fabric = *o.session.outcome()->fabric;
    const ElementId plane = *fabric.find("plane 3"), node = *fabric.find("node 7");
    for (const double percent : {95.0, 80.0, 60.0})
        o.session.slow(plane, percent);
    for (const double percent : {70.0, 40.0})
        o.session.slow(node, percent);
    EXPECT_EQ(o.session.history().count(), 2);
    EXPECT_EQ(o.session.scenario().changes, (std::vector<Change>{Slow{"plane 3", 60}, Slow{"node 7", 40}}));
    o.session.slow(plane, 100); // as fast as it was built: nothing is left to say
    EXPECT_EQ(o.session.scenario().changes, (std::vector<Change>{Slow{"node 7", 40}}));
    o.session.waitForAnswer();
}

TEST(Session, ADragThatComesBackLeavesNoStep) {
    Opened o;
    o.session.setWorkload(AllToAll{.bytes = mebibytes(1)});
    o.session.setWorkload(AllToAll{.bytes = mebibytes(64)});
    EXPECT_EQ(o.session.history().count(), 0);
    o.session.waitForAnswer();
}

TEST(Session, ARefusedScenarioLeavesTheLastGoodOutcome) {
    Opened o;
    QSignalSpy refused(&o.session, &Session::refused);
    o.session.open(allToAllOn(cloudMatrix(), {Fail{"node 49"}}));
    o.session.waitForAnswer();
    ASSERT_EQ(refused.count(), 1);
    EXPECT_TRUE(refused.front().front().toString().contains("node 1 to node 48"));
    o.session.waitForAnswer();
    EXPECT_EQ(o.session.scenario(), allToAllOn(cloudMatrix()));
    EXPECT_NEAR(o.value("throughput"), 150.528, 1e-9);
    EXPECT_FALSE(o.session.history().canRedo()) << "redo would bring the refusal back";
}

TEST(Session, RestoringWorksHoweverAFileSpelledTheName) {
    Opened o;
    o.session.open(allToAllOn(cloudMatrix(), {Fail{"Plane  3"}, Slow{"NODE 2", 50}}));
    o.session.waitForAnswer();
    o.session.restore(o.named("plane 3"));
    o.session.fail(o.named("node 2"));
    o.session.waitForAnswer();
    EXPECT_EQ(o.session.scenario().changes, std::vector<Change>{Fail{"node 2"}});
}

TEST(Session, TheNewestQuestionWins) {
    Opened o;
    QSignalSpy answered(&o.session, &Session::answered);
    for (int i = 0; i < 50; ++i)
        o.session.fail(o.named(("plane 1 l2 " + std::to_string(i % 16 + 1)).c_str()));
    o.session.history().jump(ChangeTree::beginning);
    o.session.waitForAnswer();
    EXPECT_NEAR(o.value("throughput"), 150.528, 1e-9);
    EXPECT_EQ(answered.count(), 1) << "an older answer was shown";
}

TEST(Session, RestoringAPartTakesBackWhatBroughtItDown) {
    Opened o;
    o.session.fail(o.named("plane 3"));
    o.session.fail(o.named("node 2"));
    o.session.waitForAnswer();
    o.session.restore(o.named("plane 3 l2 4"));
    o.session.restore(o.named("node 2 npu 1 die 1"));
    o.session.waitForAnswer();
    EXPECT_TRUE(o.session.scenario().changes.empty());
}

TEST(Session, AnotherMachineStartsWhole) {
    Opened o;
    o.session.fail(o.named("plane 3"));
    o.session.chooseSystem("gb200-nvl72");
    o.session.waitForAnswer();
    EXPECT_NEAR(o.value("throughput"), 64.8, 1e-9);
    EXPECT_TRUE(o.session.scenario().changes.empty());
    o.session.history().undo();
    o.session.waitForAnswer();
    EXPECT_NEAR(o.value("throughput"), 150.528 * 6 / 7, 1e-9);
}

TEST(Session, ASelectionOfManyIsOneStep) {
    Opened o;
    const std::vector<ElementId> some{o.named("plane 3"), o.named("node 2"), o.named("node 7 npu 1 die 2")};
    o.session.failAll(some);
    o.session.waitForAnswer();
    EXPECT_EQ(o.session.scenario().changes.size(), 3u);
    EXPECT_EQ(o.session.history().count(), 1);
    o.session.restoreAll(some);
    o.session.slowAll(some, 60);
    o.session.waitForAnswer();
    EXPECT_EQ(o.session.history().count(), 3);
    o.session.history().undo();
    EXPECT_TRUE(o.session.scenario().changes.empty());
    o.session.waitForAnswer();
}

TEST(Session, PartsFailAtRandomInOneStep) {
    Opened o;
    o.session.failAtRandom("modules", 12, 5);
    o.session.waitForAnswer();
    EXPECT_EQ(o.session.scenario().changes.size(), 12u);
    EXPECT_EQ(o.session.history().count(), 1);
    QSignalSpy refused(&o.session, &Session::refused);
    o.session.failAtRandom("planes", 8, 1);
    EXPECT_EQ(refused.count(), 1);
    EXPECT_EQ(o.session.history().count(), 1);
    o.session.waitForAnswer();
}

// 28 GB/s to 56 GB/s: twice the throughput of an all-to-all that the links limit.
TEST(Session, AFactIsAChangeLikeOthers) {
    Opened o;
    for (const double rate : {30.0, 40.0, 56.0})
        o.session.setFact("fabric.link_rate", rate);
    o.session.waitForAnswer();
    EXPECT_EQ(o.session.history().count(), 1);
    EXPECT_NEAR(o.value("throughput"), 2 * 150.528, 1e-9);
}

TEST(Session, AFactThatCannotBeLeavesTheScenario) {
    Opened o;
    QSignalSpy refused(&o.session, &Session::refused);
    o.session.setFact("fabric.planes", 0);
    ASSERT_EQ(refused.count(), 1);
    EXPECT_TRUE(refused.front().front().toString().contains("nearest possible value of fabric.planes is 1"))
        << refused.front().front().toString().toStdString();
    EXPECT_EQ(o.session.scenario(), allToAllOn(cloudMatrix()));
    EXPECT_EQ(o.session.history().count(), 0);
}

// Against plane 3 failed, plane 3 and 4 failed has 5/6 of it.
TEST(Session, AnyTwoStepsAreCompared) {
    Opened o;
    o.session.fail(o.named("plane 3"));
    o.session.waitForAnswer();
    const int one = o.session.history().tree().current();
    o.session.fail(o.named("plane 4"));
    o.session.compareWith(one);
    o.session.waitForAnswer();
    EXPECT_NEAR(o.value("throughput") / metric(o.session.baseline(), "throughput"), 5.0 / 6, 1e-9);
    o.session.history().remove(one); // what is compared with is gone, and so is what grew out of it
    o.session.waitForAnswer();
    EXPECT_FALSE(o.session.comparedWith().has_value());
    EXPECT_NEAR(o.value("throughput"), 150.528, 1e-9);
}

TEST(Session, AComparedStepOfAnotherBranchMayGo) {
    Opened o;
    o.session.fail(o.named("plane 3"));
    o.session.waitForAnswer();
    const int one = o.session.history().tree().current();
    o.session.history().undo();
    o.session.fail(o.named("plane 4"));
    o.session.compareWith(one);
    o.session.waitForAnswer();
    o.session.history().remove(one); // the present scenario stays as it is
    o.session.waitForAnswer();
    EXPECT_FALSE(o.session.comparedWith().has_value());
    EXPECT_NEAR(o.value("throughput") / metric(o.session.baseline(), "throughput"), 6.0 / 7, 1e-9);
}

} // namespace
} // namespace supernode::test
