// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_painter.h"

#include "app/files/builtin.h"
#include "model/fabric/fabric_state.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

TEST(FabricPainter, NoTwoLabelsOverlap) {
    for (const std::string& name : builtinSystemNames()) {
        const SystemPtr system = builtinSystem(name);
        const FabricPtr fabric = *buildFabric(system);
        const FabricPicturePtr picture = fabricPictureOf(fabric);
        const FabricState state = *applyChanges(*fabric, {});
        for (const Theme& theme : {darkTheme(), projectorTheme()})
            for (const double scale : {90.0, 190.0, 330.0}) {
                const auto labels = labelsOf(*picture, state, {{400, 400}, scale}, theme);
                for (std::size_t i = 0; i < labels.size(); ++i)
                    for (std::size_t j = i + 1; j < labels.size(); ++j)
                        EXPECT_FALSE(labels[i].box.intersects(labels[j].box))
                            << system->id << ": " << labels[i].text.toStdString() << " and "
                            << labels[j].text.toStdString();
            }
    }
}

TEST(FabricPainter, NoLineOfTheCaptionTouchesTheInnerRing) {
    const QStringList caption{"CloudMatrix 384", "48 nodes × 16 dies", "7 planes × 16 chips", "two tiers",
                              "150.5 TB/s in"};
    for (const Theme& theme : {darkTheme(), projectorTheme()})
        for (const double radius : {66.0, 80.0, 140.0, 260.0}) {
            const std::vector<CaptionLine> lines = captionLines(caption, radius, theme);
            ASSERT_EQ(lines.size(), 5u);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                for (const QPointF corner : {lines[i].box.topLeft(), lines[i].box.bottomRight()})
                    EXPECT_LT(std::hypot(corner.x(), corner.y()), radius)
                        << theme.name.toStdString() << ' ' << radius << ' ' << lines[i].text.toStdString();
                if (i > 0) {
                    EXPECT_GE(lines[i].box.top(), lines[i - 1].box.bottom() - 1e-9);
                }
            }
        }
}

TEST(FabricPainter, EveryPlaneAndRackOfCloudMatrixIsNamed) {
    const FabricPtr fabric = *buildFabric(builtinScenario("all-to-all")->system);
    const FabricState state = *applyChanges(*fabric, {Fail{"plane 3"}});
    const auto labels = labelsOf(*fabricPictureOf(fabric), state, {{400, 400}, 190}, darkTheme());
    const auto of = [&](ElementKind kind) {
        return std::count_if(labels.begin(), labels.end(), [&](const RingLabel& l) {
            return l.element.valid() && fabric->element(l.element).kind == kind;
        });
    };
    EXPECT_EQ(of(ElementKind::Plane), 7);
    EXPECT_EQ(of(ElementKind::Rack), 12);
    EXPECT_EQ(std::count_if(labels.begin(), labels.end(), [](const RingLabel& l) { return l.failed; }), 1);
}

} // namespace
} // namespace supernode::test
