// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/rings_sign.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace supernode::test {
namespace {

FabricPicturePtr picture() { return fabricPictureOf(*buildFabric(cloudMatrix())); }

std::set<double> radii(const std::vector<SignStroke>& strokes) {
    std::set<double> found;
    for (const SignStroke& stroke : strokes)
        found.insert(stroke.radius);
    return found;
}

TEST(RingsSign, IsMadeOfTheRingsOfThePicture) {
    // Seven planes of sixteen chips; seven, then four, then three rings where there is no room for more.
    EXPECT_EQ(signStrokes(*picture(), 256).size(), 7u * 16);
    EXPECT_EQ(radii(signStrokes(*picture(), 256)).size(), 7u);
    EXPECT_EQ(radii(signStrokes(*picture(), 48)).size(), 4u);
    EXPECT_EQ(radii(signStrokes(*picture(), 16)).size(), 3u);
    for (const int pixels : {16, 48, 256}) {
        double below = 0;
        for (const double radius : radii(signStrokes(*picture(), pixels))) {
            const double half = signStrokes(*picture(), pixels).front().half;
            EXPECT_GT(radius - half, below) << "rings of " << pixels << " keep apart";
            EXPECT_LT(radius + half, 0.5);
            below = radius + half;
        }
    }
}

TEST(RingsSign, ItsEverySizeShowsRingsOnAGround) {
    for (const int pixels : {16, 32, 48, 64, 128, 256}) {
        const QImage image = signImage(*picture(), pixels);
        ASSERT_EQ(image.size(), QSize(pixels, pixels));
        EXPECT_LT(qAlpha(image.pixel(0, 0)), 8) << "round corners";
        // Leftwards, a little above the middle (there two chips part), the rings are crossed one by one:
        // light, dark, light.
        int turns = 0;
        bool light = false;
        for (int x = pixels / 2; x > 0; --x) {
            const bool now = image.pixelColor(x, pixels / 2 - pixels / 16).lightness() > 60;
            turns += now && !light;
            light = now;
        }
        EXPECT_GE(turns, pixels >= 96 ? 6 : pixels >= 40 ? 4 : 2) << pixels;
    }
}

TEST(RingsSign, TheSvgHoldsTheShapesThatArePainted) {
    const QByteArray svg = signSvg(*picture());
    EXPECT_EQ(svg.count("<path"), 7 * 16);
    EXPECT_TRUE(svg.startsWith("<svg"));
    EXPECT_TRUE(svg.endsWith("</svg>\n"));
    for (const SignStroke& stroke : signStrokes(*picture(), 256)) {
        EXPECT_TRUE(svg.contains(stroke.colour.name().toLatin1()));
        EXPECT_TRUE(svg.contains("A" + QByteArray::number((stroke.radius + stroke.half) * 256, 'f', 2)));
    }
}

} // namespace
} // namespace supernode::test
