// SPDX-License-Identifier: GPL-3.0-or-later
// Parameters and choices with real clicks and keys.
#include "views/panels/knob_panel.h"

#include "tests/model/test_systems.h"
#include "views/panels/choice_card.h"
#include "views/panels/knob_row.h"
#include "views/panels/parameter_slider.h"
#include "views/panels/segmented.h"

#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton); }

TEST(ChoiceField, AChoiceFoldsTheListAndIsEmittedOnce) {
    ChoiceField field;
    field.setTitle("Model");
    field.setOptions(
        {{"a", "Model A", "first"}, {"b", "Model B", "second"}, {"c", "Model C", "", "not here"}});
    field.setCurrent("a");
    field.resize(216, 300);
    field.QWidget::show();
    std::vector<QString> chosen;
    QObject::connect(&field, &ChoiceField::chosen, [&](const QString& id) { chosen.push_back(id); });
    EXPECT_FALSE(field.cards()[0]->isVisible());
    click(field.button());
    ASSERT_TRUE(field.cards()[1]->isVisible());
    click(field.cards()[2]);
    EXPECT_TRUE(chosen.empty()) << "what cannot be chosen";
    click(field.cards()[1]);
    EXPECT_EQ(chosen, std::vector<QString>{"b"});
    EXPECT_FALSE(field.cards()[1]->isVisible());
    EXPECT_EQ(field.button()->value(), "Model A"); // until the owner says otherwise
}

class KnobPanelTest : public testing::Test {
protected:
    KnobPanelTest() {
        QObject::connect(&panel, &KnobPanel::workloadChanged, [this](const Workload& w) { asked = w; });
        QObject::connect(&panel, &KnobPanel::refused, [this](const QString& s) { refusal = s; });
        QObject::connect(&panel, &KnobPanel::dragEnded, [this] { ++ended; });
        panel.setModels({{"deepseek-r1", "DeepSeek-R1", ""}, {"llama-3-70b", "Llama 3 70B", ""}});
    }
    void show(const Workload& workload) {
        panel.setWorkload(workload, *system);
        panel.show();
        settle();
    }
    void settle() {
        panel.resize(216, panel.sizeHint().height());
        QCoreApplication::processEvents();
    }
    void type(const char* field, const char* text) {
        QLineEdit* edit = panel.row(field)->slider()->edit();
        edit->setFocus();
        edit->setText(text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    SystemPtr system = test::cloudMatrix();
    KnobPanel panel;
    Workload asked = Specification{};
    QString refusal;
    int ended = 0;
};

TEST_F(KnobPanelTest, EveryFormOfKnobEmitsItsIntent) {
    show(Decode{});
    TrackSlider* slider = panel.row("context_tokens")->slider()->slider();
    QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() - 1, slider->height() / 2));
    EXPECT_EQ(std::get<Decode>(asked).contextTokens, 131072);
    EXPECT_EQ(ended, 1);
    type("context_tokens", "3000");
    EXPECT_EQ(std::get<Decode>(asked).contextTokens, 3000);

    ChoiceField* model = panel.row("model")->list();
    click(model->button());
    settle();
    click(model->cards()[1]);
    EXPECT_EQ(std::get<Decode>(asked).model, "llama-3-70b");

    show(PointToPoint{});
    click(panel.row("scope")->segments()->option(0));
    EXPECT_EQ(std::get<PointToPoint>(asked).scope, Scope::IntraNode);
}

TEST_F(KnobPanelTest, TheOthersStandBehindMore) {
    show(Decode{});
    EXPECT_TRUE(panel.row("batch_per_chip")->isVisible());
    EXPECT_FALSE(panel.row("microbatches")->isVisible());
    click(panel.more());
    settle();
    EXPECT_TRUE(panel.row("microbatches")->isVisible());
    // A name is typed where an end of a transfer may be named.
    show(Incast{});
    settle();
    QLineEdit* to = panel.row("to")->line();
    ASSERT_TRUE(to->isVisible());
    to->setText("node 2 npu 1 die 1");
    QTest::keyClick(to, Qt::Key_Return);
    EXPECT_EQ(std::get<Incast>(asked).to, "node 2 npu 1 die 1");
}

TEST_F(KnobPanelTest, WhatCannotBeIsSaidAndChangesNothing) {
    show(Decode{});
    type("context_tokens", "many");
    EXPECT_TRUE(refusal.contains("many")) << refusal.toStdString();
    EXPECT_TRUE(std::holds_alternative<Specification>(asked));
    refusal.clear();
    type("context_tokens", "0");
    EXPECT_TRUE(refusal.contains("workload.context_tokens")) << refusal.toStdString();
    EXPECT_TRUE(std::holds_alternative<Specification>(asked));
}

TEST_F(KnobPanelTest, AValueBetweenTheStopsIsShownAsItIs) {
    show(Decode{.batchPerChip = 100});
    EXPECT_EQ(panel.row("batch_per_chip")->slider()->valueText(), "100");
    EXPECT_TRUE(std::holds_alternative<Specification>(asked)) << "showing asks nothing";
}

TEST_F(KnobPanelTest, WhatAFingerHitsIsLargeEnough) {
    for (const Workload& workload : {Workload(Decode{}), Workload(PointToPoint{}), Workload(Serving{})}) {
        show(workload);
        for (const TrackSlider* slider : panel.findChildren<TrackSlider*>()) {
            EXPECT_GE(slider->height(), space::mainTarget);
            EXPECT_FALSE(slider->accessibleName().isEmpty());
        }
        for (const FoldButton* button : panel.findChildren<FoldButton*>())
            EXPECT_GE(button->sizeHint().height(), space::mainTarget);
    }
}

} // namespace
} // namespace supernode
