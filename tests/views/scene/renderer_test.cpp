// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures drawn without a display. Colours are compared by structure, never byte by byte with a stored
// picture: another driver may round otherwise.
#include "tests/views/scene/test_scene.h"
#include "views/scene/gl_program.h"
#include "views/scene/ramp.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

constexpr QSize size{960, 600};
constexpr Viewport view{960, 600};

QColor at(const QImage& image, const Camera& camera, Vec3 point) {
    const auto seen = project(camera, view, point);
    EXPECT_TRUE(seen);
    return seen ? image.pixelColor(static_cast<int>(seen->x), static_cast<int>(seen->y)) : QColor();
}

Vec3 frontOf(const SceneInstances& scene, ElementId id) {
    const Box3 body = scene.fabric->element(id).body;
    return body.centre + Vec3{0, 0, body.half.z};
}

int differing(const QImage& a, const QImage& b) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

TEST(Shaders, EveryPairBuilds) {
    Result<std::unique_ptr<GlContext>> context = GlContext::make();
    ASSERT_TRUE(context) << toSentence(context.issues().front());
    const std::unique_ptr<GlContext> held = std::move(context).value();
    const GlCurrent current(*held);
    for (const std::string_view pair : shaderPairs) {
        const Result<GlProgram> program = GlProgram::build(pair);
        EXPECT_TRUE(program) << toSentence(program.issues().front());
    }
}

TEST(Shaders, APairThatDoesNotExistIsRefusedByName) {
    Result<std::unique_ptr<GlContext>> context = GlContext::make();
    ASSERT_TRUE(context);
    const std::unique_ptr<GlContext> held = std::move(context).value();
    const GlCurrent current(*held);
    const Result<GlProgram> program = GlProgram::build("nothing");
    ASSERT_FALSE(program);
    EXPECT_NE(program.issues().front().reason.find("nothing.vert"), std::string::npos);
}

// A busy die is lit in the colour of its utilization: yellow, so red and green far above blue.
TEST(Renderer, ABusyDieIsLitWhereItIsProjected) {
    const auto hall = test::hall();
    ASSERT_TRUE(hall);
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    SceneFrame frame = test::frameOf(outcome);
    const ElementId node = test::named(*outcome->fabric, "node 3");
    frame.camera = cameraFor(*frame.instances, node, view.aspect());
    frame.plan = nullptr;
    const QImage image = hall->render(frame, size);
    const ElementId die = test::named(*outcome->fabric, "node 3 npu 2 die 1");
    const QColor lit = at(image, frame.camera, frontOf(*frame.instances, die));
    EXPECT_GT(lit.red(), 180);
    EXPECT_GT(lit.red(), lit.blue() + 90);
    EXPECT_LT(image.pixelColor(2, 2).lightness(), 60);
}

TEST(Renderer, AFailedNodeChangesColour) {
    const auto hall = test::hall();
    ASSERT_TRUE(hall);
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix(), {Fail{"node 3"}});
    SceneFrame frame = test::frameOf(outcome);
    const ElementId node = test::named(*outcome->fabric, "node 3");
    frame.camera = cameraFor(*frame.instances, node, view.aspect());
    frame.plan = nullptr;
    const QImage image = hall->render(frame, size);
    const Box3 die = outcome->fabric->element(test::named(*outcome->fabric, "node 3 npu 2 die 1")).body;
    // Stripes: somewhere along the die the full colour of failure shows, and somewhere it does not.
    int full = 0, dark = 0;
    for (int i = 0; i <= 20; ++i) {
        const float height = die.half.y * (static_cast<float>(i) / 10 - 1) * 0.9f;
        const QColor c = at(image, frame.camera, die.centre + Vec3{0, height, die.half.z});
        EXPECT_GT(c.red(), c.green());
        full += c.red() > 180 && c.green() < 120;
        dark += c.red() < 120;
    }
    EXPECT_GT(full, 2);
    EXPECT_GT(dark, 2);
}

TEST(Renderer, TheSameFrameGivesTheSamePixels) {
    const auto hall = test::hall();
    ASSERT_TRUE(hall);
    SceneFrame frame = test::frameOf(test::allToAll(test::cloudMatrix()));
    const QImage first = hall->render(frame, size);
    frame.seconds = 2; // another one in between
    hall->render(frame, size);
    frame.seconds = 0;
    EXPECT_EQ(hall->render(frame, size), first);
    EXPECT_EQ(test::hall()->render(frame, size), first);
}

TEST(Renderer, DotsMoveWithModelTimeAndStandWhenItStands) {
    const auto hall = test::hall();
    ASSERT_TRUE(hall);
    SceneFrame frame = test::frameOf(test::allToAll(test::cloudMatrix()));
    const QImage before = hall->render(frame, size);
    EXPECT_EQ(hall->render(frame, size), before);
    frame.seconds = 0.4;
    EXPECT_GT(differing(hall->render(frame, size), before), 2000);
    frame.seconds = 0; // scrubbed back
    EXPECT_EQ(hall->render(frame, size), before);
}

TEST(Renderer, WithoutAPlanThereAreNoDots) {
    const auto hall = test::hall();
    ASSERT_TRUE(hall);
    SceneFrame frame = test::frameOf(test::allToAll(test::cloudMatrix()));
    const QImage with = hall->render(frame, size);
    frame.plan = nullptr;
    EXPECT_GT(differing(hall->render(frame, size), with), 5000);
}

TEST(Renderer, TheSelectionHasAnOutline) {
    const auto hall = test::hall();
    ASSERT_TRUE(hall);
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    SceneFrame frame = test::frameOf(outcome);
    frame.plan = nullptr;
    const ElementId rack = test::named(*outcome->fabric, "rack 6");
    const QImage without = hall->render(frame, size);
    frame.selection = std::make_shared<const std::vector<ElementId>>(1, rack);
    const QImage with = hall->render(frame, size);
    const Box3 body = outcome->fabric->element(rack).body;
    const Vec3 edge = body.centre + Vec3{body.half.x * 0.2f, body.half.y + 0.02f, body.half.z + 0.02f};
    EXPECT_GT(at(with, frame.camera, edge).lightness(), at(without, frame.camera, edge).lightness() + 40);
}

TEST(Renderer, BothKindsOfPicturesAgreeOnWhatStandsWhere) {
    const auto hall = test::hall();
    ASSERT_TRUE(hall);
    SceneFrame frame = test::frameOf(test::allToAll(test::cloudMatrix()));
    frame.plan = nullptr;
    const QImage resting = hall->render(frame, size);
    for (const Hands hands : {Hands::Moving, Hands::Watching}) {
        frame.hands = hands;
        const QImage other = hall->render(frame, size);
        // Without smoothing edges and thin lines differ, surfaces do not.
        int far = 0;
        for (int y = 0; y < size.height(); y += 2)
            for (int x = 0; x < size.width(); x += 2)
                far += std::abs(qGray(resting.pixel(x, y)) - qGray(other.pixel(x, y))) > 60;
        EXPECT_LT(far, size.width() * size.height() / 4 / 25);
    }
}

// Colours that change are drawn in a hurry; once they rest, the picture is the same as if they never had.
TEST(Renderer, AHurriedPictureIsMadeGoodOnceAllRests) {
    const auto hall = test::hall();
    ASSERT_TRUE(hall);
    SceneFrame frame = test::frameOf(test::allToAll(test::cloudMatrix()));
    frame.plan = nullptr;
    const QImage fine = hall->render(frame, size);
    SceneFrame failed = test::frameOf(test::allToAll(test::cloudMatrix(), {Fail{"plane 3"}}));
    failed.plan = nullptr;
    failed.instances = frame.instances;
    failed.hands = Hands::Watching;
    EXPECT_NE(hall->render(failed, size), fine) << "the links of a plane have other colours";
    frame.hands = Hands::Watching;
    const QImage hurried = hall->render(frame, size);
    frame.hands = Hands::Resting;
    EXPECT_EQ(hall->render(frame, size), fine);
    frame.hands = Hands::Watching;
    EXPECT_EQ(hall->render(frame, size), fine) << "what is fine stays";
    if (hall->driver().software()) {
        EXPECT_NE(hurried, fine) << "one sample, not four";
    }
}

} // namespace
} // namespace supernode
