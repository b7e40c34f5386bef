// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/question_panel.h"

#include "tests/views/panels/sample_outcomes.h"
#include "views/panels/change_chips.h"
#include "views/panels/choice_card.h"
#include "views/panels/knob_panel.h"
#include "views/panels/knob_row.h"
#include "views/panels/parameter_slider.h"
#include "views/panels/pill_button.h"
#include "views/panels/plane_strip.h"
#include "views/panels/question_words.h"
#include "views/panels/segmented.h"
#include "views/panels/workload_list.h"

#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton); }

class QuestionPanelIntents : public testing::Test {
protected:
    QuestionPanelIntents() {
        m_scenario.system = test::cloudMatrix();
        m_scenario.changes = {Fail{"plane 3"}, Slow{"node 18", 60}};
        m_scenario.workload = Permutation{};
        m_outcome = test::answer(m_scenario);
        m_panel.setSystems({test::cloudMatrix(), test::nvl72()});
        m_panel.setModels({{"deepseek-r1", "DeepSeek-R1", ""}});
        m_panel.setPresets({{"moe-decode", "DeepSeek-R1 answers", ""}});
        m_panel.setQuestion(m_scenario, m_outcome);
        m_panel.resize(256, 820);
        m_panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&m_panel));
    }
    template <class Widget>
    std::vector<Widget*> all() {
        const auto list = m_panel.findChildren<Widget*>();
        return {list.begin(), list.end()};
    }
    ChoiceCard* card(const QString& title) {
        for (ChoiceCard* each : all<ChoiceCard>())
            if (each->text() == title)
                return each;
        return nullptr;
    }
    ParameterSlider* slider(std::string_view field) { return m_panel.knobs().row(field)->slider(); }
    void layOut() { // what has just appeared
        m_panel.resize(256, 2000);
        QCoreApplication::processEvents();
    }

    Scenario m_scenario;
    OutcomePtr m_outcome;
    QuestionPanel m_panel;
};

TEST_F(QuestionPanelIntents, EveryControlEmitsItsIntent) {
    QString system;
    Workload workload = Specification{};
    int removed = -1, resets = 0;
    ElementId selected;
    QObject::connect(&m_panel, &QuestionPanel::systemChosen, [&](const QString& id) { system = id; });
    QObject::connect(&m_panel, &QuestionPanel::workloadChanged, [&](const Workload& w) { workload = w; });
    QObject::connect(&m_panel, &QuestionPanel::changeRemoved, [&](int index) { removed = index; });
    QObject::connect(&m_panel, &QuestionPanel::resetRequested, [&] { ++resets; });
    QObject::connect(&m_panel, &QuestionPanel::elementSelected, [&](ElementId id) { selected = id; });

    click(card("GB200 NVL72"));
    EXPECT_EQ(system, "gb200-nvl72");
    click(card("Incast"));
    EXPECT_TRUE(std::holds_alternative<Incast>(workload));

    const auto planes = all<PlaneButton>();
    ASSERT_EQ(planes.size(), 7u);
    click(planes[3]);
    EXPECT_EQ(selected, test::find(m_outcome, "plane 4"));

    const auto chips = all<ChangeChipView>();
    ASSERT_EQ(chips.size(), 2u);
    click(chips[1]->removeButton());
    EXPECT_EQ(removed, 1);
    for (PillButton* button : all<PillButton>())
        click(button);
    EXPECT_EQ(resets, 1);
}

TEST_F(QuestionPanelIntents, EveryKindIsReachedByClicking) {
    Workload workload = Specification{};
    QObject::connect(&m_panel, &QuestionPanel::workloadChanged, [&](const Workload& w) { workload = w; });
    WorkloadList& list = m_panel.workloads();
    for (const WorkloadRow& row : workloadRows()) {
        if (!list.heading(row.group)->isOpen())
            click(list.heading(row.group));
        layOut();
        ASSERT_TRUE(list.card(row.kind)->isVisible()) << row.kind;
        click(list.card(row.kind));
        EXPECT_EQ(kindOf(workload), row.kind);
    }
}

TEST_F(QuestionPanelIntents, PresetsAndRoutingAreIntents) {
    QString preset;
    Routing routing = Routing::Spread;
    QObject::connect(&m_panel, &QuestionPanel::presetChosen, [&](const QString& name) { preset = name; });
    QObject::connect(&m_panel, &QuestionPanel::routingChosen, [&](Routing r) { routing = r; });
    for (ChoiceField* field : {&m_panel.presets(), &m_panel.routing()}) {
        layOut();
        click(field->button());
        layOut();
        click(field->cards().back());
    }
    EXPECT_EQ(preset, "moe-decode");
    EXPECT_EQ(routing, Routing::Adaptive);
    m_scenario.workload = Decode{};
    m_panel.setQuestion(m_scenario, m_outcome);
    EXPECT_FALSE(m_panel.routing().isVisible()) << "layers of a model are spread";
}

TEST_F(QuestionPanelIntents, TakesAnotherAnswer) {
    const auto picture = [this] {
        layOut();
        return m_panel.grab().toImage();
    };
    const QImage broken = picture();
    Scenario whole = m_scenario;
    whole.changes.clear();
    const OutcomePtr other = test::answer(whole);
    m_panel.setOutcome(other);
    const QImage taken = picture();
    EXPECT_NE(taken, broken) << "plane 3 stands";
    m_panel.setQuestion(m_scenario, other);
    EXPECT_EQ(picture(), taken);
}

// The two dies of an Ascend package have a link of their own; a model's layers do not ask for it.
TEST_F(QuestionPanelIntents, TheWayInAPackageIsAnIntent) {
    PackagePath path = PackagePath::Fabric;
    QObject::connect(&m_panel, &QuestionPanel::packageChosen, [&](PackagePath p) { path = p; });
    layOut();
    ASSERT_TRUE(m_panel.package().isVisible());
    click(m_panel.package().button());
    layOut();
    click(m_panel.package().cards().back());
    EXPECT_EQ(path, PackagePath::Link);
    m_scenario.workload = Decode{};
    m_panel.setQuestion(m_scenario, m_outcome);
    EXPECT_FALSE(m_panel.package().isVisible());
}

TEST_F(QuestionPanelIntents, TheSizeSliderGoesWhereItIsClicked) {
    Workload workload = Specification{};
    QObject::connect(&m_panel, &QuestionPanel::workloadChanged, [&](const Workload& w) { workload = w; });
    TrackSlider* size = slider("bytes")->slider();
    QTest::mouseClick(size, Qt::LeftButton, {}, QPoint(size->width() - 1, size->height() / 2));
    EXPECT_EQ(sizeOf(workload), mebibytes(1024));
    QTest::mouseClick(size, Qt::LeftButton, {}, QPoint(1, size->height() / 2));
    EXPECT_EQ(sizeOf(workload), bytes(1024));
    EXPECT_TRUE(std::holds_alternative<Permutation>(workload));
}

TEST_F(QuestionPanelIntents, KeysMoveTheSliders) {
    Workload workload = Specification{};
    QObject::connect(&m_panel, &QuestionPanel::workloadChanged, [&](const Workload& w) { workload = w; });
    QTest::keyClick(slider("bytes")->slider(), Qt::Key_Right);
    EXPECT_EQ(sizeOf(workload), mebibytes(128)); // one power of two above 64 MiB
    QTest::keyClick(slider("seed")->slider(), Qt::Key_Right);
    ASSERT_TRUE(std::holds_alternative<Permutation>(workload));
    EXPECT_EQ(std::get<Permutation>(workload).seed, 2u);
}

TEST_F(QuestionPanelIntents, TheOperationIsChosenBySegments) {
    Workload workload = Specification{};
    QObject::connect(&m_panel, &QuestionPanel::workloadChanged, [&](const Workload& w) { workload = w; });
    Segmented* operation = m_panel.knobs().row("operation")->segments();
    ASSERT_EQ(operation->count(), 3);
    ASSERT_EQ(operation->option(1)->isEnabled(), m_scenario.system->transfer.readShare.has_value());
    operation->setOptionEnabled(1, true);
    click(operation->option(1));
    EXPECT_EQ(operationOf(workload), Operation::Read);
}

TEST_F(QuestionPanelIntents, ShowingAQuestionEmitsNothing) {
    int emitted = 0;
    QObject::connect(&m_panel, &QuestionPanel::workloadChanged, [&] { ++emitted; });
    QObject::connect(&m_panel, &QuestionPanel::systemChosen, [&] { ++emitted; });
    Scenario next = m_scenario;
    next.workload = withSize(PointToPoint{}, bytes(1024));
    m_panel.setQuestion(next, m_outcome);
    EXPECT_EQ(emitted, 0);
}

TEST_F(QuestionPanelIntents, OnlyWhatTheWorkloadHasIsShown) {
    EXPECT_NE(m_panel.knobs().row("seed"), nullptr);
    m_scenario.workload = AllToAll{};
    m_panel.setQuestion(m_scenario, m_outcome);
    EXPECT_EQ(m_panel.knobs().row("seed"), nullptr);
    m_scenario.workload = PointToPoint{};
    m_panel.setQuestion(m_scenario, m_outcome);
    EXPECT_NE(m_panel.knobs().row("scope"), nullptr);
}

TEST_F(QuestionPanelIntents, FailedPlanesSaySo) {
    const auto planes = all<PlaneButton>();
    EXPECT_EQ(planes[2]->accessibleName(), "plane 3, failed");
    EXPECT_EQ(planes[3]->accessibleName(), "plane 4");
}

TEST_F(QuestionPanelIntents, TargetsAreLargeEnoughAndNamed) {
    m_panel.resize(256, 800);
    QCoreApplication::processEvents();
    for (QAbstractButton* button : all<QAbstractButton>()) {
        if (!button->isVisibleTo(&m_panel))
            continue;
        EXPECT_GE(button->height(), 32) << button->accessibleName().toStdString();
        EXPECT_FALSE(button->accessibleName().isEmpty()) << button->metaObject()->className();
        EXPECT_NE(button->focusPolicy(), Qt::NoFocus);
    }
    for (TrackSlider* slider : all<TrackSlider>()) {
        EXPECT_GE(slider->height(), space::mainTarget);
        EXPECT_FALSE(slider->accessibleName().isEmpty());
    }
}

} // namespace
} // namespace supernode
