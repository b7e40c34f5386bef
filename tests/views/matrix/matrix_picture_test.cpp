// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/matrix/matrix_picture.h"

#include "tests/model/test_systems.h"

#include <numeric>

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

const Phase& sending(const OutcomePtr& outcome) {
    return outcome->phases[outcome->at(outcome->end * 0.5).phase];
}

double sumOf(const MatrixPicture& picture) {
    return std::accumulate(picture.rate.begin(), picture.rate.end(), 0.0);
}

TEST(MatrixPicture, FoldingKeepsTheSum) {
    // 768 dies each send 767 of 768 parts of 64 MiB.
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    const double all = mebibytes(64).base() * 767;
    for (const auto& [fold, size] : {std::pair(Fold::Endpoint, 768u), {Fold::Node, 48u}, {Fold::Rack, 12u}}) {
        const MatrixPtr picture = matrixOf(*outcome, sending(outcome), fold);
        EXPECT_EQ(picture->size(), size);
        EXPECT_EQ(picture->bands.size(), 12u);
        EXPECT_NEAR(picture->bytes / all, 1, 1e-9);
        EXPECT_NEAR(sumOf(*picture) * picture->bytesPerRate / all, 1, 1e-5);
    }
}

TEST(MatrixPicture, NobodySendsToItselfButANodeInside) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    EXPECT_EQ(matrixOf(*outcome, sending(outcome), Fold::Endpoint)->at(5, 5), 0);
    const MatrixPtr nodes = matrixOf(*outcome, sending(outcome), Fold::Node);
    // 16 x 15 pairs inside a node, 16 x 16 between two.
    EXPECT_NEAR(nodes->at(5, 5) / nodes->at(5, 6), 15.0 / 16, 1e-5);
}

TEST(MatrixPicture, APhaseWithoutTrafficIsEmpty) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    const MatrixPtr picture = matrixOf(*outcome, Phase(), Fold::Node);
    EXPECT_TRUE(picture->rate.empty());
    EXPECT_EQ(picture->size(), 48u);
    EXPECT_EQ(picture->at(1, 2), 0);
}

TEST(MatrixPicture, ASinglePairIsSeenAtAnySize) {
    MatrixPicture picture;
    picture.elements.resize(768);
    picture.rate.assign(768 * 768, 0);
    picture.rate[300 * 768 + 500] = 4e9f;
    picture.most = picture.least = 4e9;
    const QRgb nothing = qRgb(1, 2, 3);
    for (const int side : {40, 333, 768, 1000}) {
        const QImage image = textureOf(picture, ColourScale::Linear, QRectF(0, 0, 768, 768), {side, side},
                                       {Ground::Dark, nothing});
        int seen = 0;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                seen += image.pixel(x, y) != nothing;
        EXPECT_GE(seen, 1) << side;
        EXPECT_LE(seen, 4) << side;
        EXPECT_NE(image.pixel(static_cast<int>(500.5 * side / 768), static_cast<int>(300.5 * side / 768)),
                  nothing);
    }
}

TEST(MatrixPicture, TheScaleRunsFromTheLeastToTheMost) {
    MatrixPicture picture;
    picture.most = 100;
    picture.least = 1;
    EXPECT_FLOAT_EQ(picture.place(10, ColourScale::Logarithmic), 0.5f);
    EXPECT_FLOAT_EQ(picture.place(10, ColourScale::Linear), 0.1f);
    EXPECT_FLOAT_EQ(picture.place(100, ColourScale::Logarithmic), 1);
    EXPECT_LT(picture.place(0, ColourScale::Linear), 0) << "nothing has a colour of its own";
    picture.least = 100;
    EXPECT_FLOAT_EQ(picture.place(100, ColourScale::Logarithmic), 1) << "all alike";
}

// On a dark ground more is lighter, on a light one darker: the largest stands out from nothing on both.
TEST(MatrixPicture, MoreStandsOutOnEveryGround) {
    EXPECT_GT(lightnessOf(cellColour(1, Ground::Dark)), lightnessOf(cellColour(0, Ground::Dark)));
    EXPECT_LT(lightnessOf(cellColour(1, Ground::Light)), lightnessOf(cellColour(0, Ground::Light)));
}

} // namespace
} // namespace supernode::test
