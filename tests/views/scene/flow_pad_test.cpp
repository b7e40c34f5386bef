// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/flow_pad.h"

#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

using Strokes = std::vector<std::pair<ElementId, ElementId>>;

// The left half is element 1, the right half element 2; where it is of pairs, ten pixels are a row.
class Halves : public ExploreView {
public:
    using ExploreView::ExploreView;
    void setOutcome(OutcomePtr) override {}
    void setTime(Duration) override {}
    void catchUp() override {}
    void setSelection(std::vector<ElementId>) override {}
    const FrameTimes& frameTimes() const override { return m_times; }
    ElementId elementAt(QPointF at) const override { return ElementId(at.x() < width() / 2.0 ? 1 : 2); }
    std::pair<ElementId, ElementId> pairAt(QPointF at) const override {
        if (!pairs)
            return {};
        return {ElementId(static_cast<std::uint32_t>(at.y()) / 10),
                ElementId(static_cast<std::uint32_t>(at.x()) / 10)};
    }
    void wheelEvent(QWheelEvent*) override { ++wheels; }
    bool pairs = false;
    int wheels = 0;

private:
    FrameTimes m_times;
};

struct FlowPadTest : testing::Test {
    FlowPadTest() {
        parent.resize(200, 100);
        view.resize(200, 100);
        pad.setView(&view);
        QObject::connect(&pad, &FlowPad::drawn, [this](const Strokes& strokes) { drawn = strokes; });
        parent.show();
        pad.show();
    }
    void stroke(QPoint from, QPoint to) {
        QTest::mousePress(&pad, Qt::LeftButton, {}, from);
        QTest::mouseMove(&pad, to);
        pad.grab();
        QTest::mouseRelease(&pad, Qt::LeftButton, {}, to);
    }
    QWidget parent;
    Halves view{&parent};
    FlowPad pad{&parent};
    Strokes drawn;
};

TEST_F(FlowPadTest, AStrokeSaysWhereItBeganAndEnded) {
    stroke({10, 50}, {190, 50});
    EXPECT_EQ(drawn, (Strokes{{ElementId(1), ElementId(2)}}));
    stroke({190, 50}, {10, 50});
    EXPECT_EQ(drawn, (Strokes{{ElementId(2), ElementId(1)}}));
}

TEST_F(FlowPadTest, AFastHandPaintsEveryPairOnItsWay) {
    view.pairs = true;
    stroke({5, 25}, {45, 25});
    EXPECT_EQ(drawn, (Strokes{{ElementId(2), ElementId(0)},
                              {ElementId(2), ElementId(1)},
                              {ElementId(2), ElementId(2)},
                              {ElementId(2), ElementId(3)},
                              {ElementId(2), ElementId(4)}}));
}

TEST_F(FlowPadTest, ItIsAsLargeAsWhatItCovers) {
    parent.resize(300, 150);
    QCoreApplication::processEvents();
    EXPECT_EQ(pad.size(), QSize(300, 150));
}

} // namespace
} // namespace supernode
