// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/part_map.h"

#include "tests/model/test_systems.h"

#include <QPainter>

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

QImage groundOf(QSize size, double ratio) {
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(darkTheme().ground);
    return image;
}

// Painted part by part and filled by the map: the same but for the pixels that two parts share at their
// edges.
TEST(PartMap, FilledPartsAreThosePainted) {
    for (const SystemPtr& system : {cloudMatrix(), nvl72()})
        for (const double ratio : {1.0, 1.5}) {
            const OutcomePtr outcome = answer(allToAllOn(system, {Fail{"plane 3"}}));
            const FabricPicturePtr picture = fabricPictureOf(outcome->fabric);
            const std::vector<Shade> shades = shadesOf(*picture, *outcome, &outcome->intervals.front());
            const FabricWays ways;
            const std::vector<std::uint32_t> hovered;
            const RingPlacement place{{250, 240}, 200};
            const FabricParts parts{*picture, shades,     ways, hovered, Colouring::ByUtilization,
                                    place,    darkTheme()};
            QImage painted = groundOf({500, 480}, ratio), filled = painted;
            {
                QPainter painter(&painted);
                paintParts(painter, parts);
            }
            const PartMap map(picture, place, filled);
            ASSERT_TRUE(map.fits(picture, place, painted));
            map.fill(filled, plainColours(parts));
            {
                QPainter painter(&filled);
                paintParts(painter, parts, PlainParts::Filled);
            }
            std::size_t drawn = 0, other = 0;
            for (int y = 0; y < painted.height(); ++y)
                for (int x = 0; x < painted.width(); ++x) {
                    const QRgb a = painted.pixel(x, y), b = filled.pixel(x, y);
                    drawn += a != darkTheme().ground.rgb();
                    other += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) > 24;
                }
            EXPECT_GT(drawn, 10'000u) << system->id;
            EXPECT_LT(other, drawn / 100) << system->id << " at " << ratio;
        }
}

TEST(PartMap, AnotherPlaceOrSizeDoesNotFit) {
    const FabricPicturePtr picture = fabricPictureOf(answer(allToAllOn(nvl72()))->fabric);
    const QImage image = groundOf({300, 300}, 1);
    const PartMap map(picture, {{150, 150}, 120}, image);
    EXPECT_TRUE(map.fits(picture, {{150, 150}, 120}, image));
    EXPECT_FALSE(map.fits(picture, {{150, 151}, 120}, image));
    EXPECT_FALSE(map.fits(picture, {{150, 150}, 120}, groundOf({300, 301}, 1)));
    EXPECT_FALSE(PartMap().fits(picture, {{150, 150}, 120}, image));
}

} // namespace
} // namespace supernode::test
