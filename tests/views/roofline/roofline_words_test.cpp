// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_words.h"

#include "tests/views/roofline/sample_work.h"

#include <gtest/gtest.h>

namespace supernode::test {

TEST(RooflineWords, WorkThatComputesNothingSaysSo) {
    const RooflinePicture picture = rooflineOf(*answer(allToAllOn(cloudMatrix())), WorkDetail::Phase);
    EXPECT_TRUE(headlineOf(picture).contains("Nothing is computed")) << headlineOf(picture).toStdString();
    EXPECT_TRUE(picture.arithmetic.marks.empty());
    EXPECT_EQ(picture.fabric.marks.size(), 1u);
}

TEST(RooflineWords, TheHeadlineBeginsWithWhatHoldsMost) {
    // 0.6 the matrix units, 0.25 the HBM, 0.1 the links, 0.05 launches.
    const QString text = headlineOf(rooflineOf(*sampleWork(), WorkDetail::Phase));
    const qsizetype units = text.indexOf("matrix units 60"), hbm = text.indexOf("HBM 25"),
                    links = text.indexOf("links 10");
    EXPECT_GE(units, 0) << text.toStdString();
    EXPECT_LT(units, hbm);
    EXPECT_LT(hbm, links);
}

TEST(RooflineWords, AMarkSaysItsNumbersAndWhatHoldsIt) {
    const RooflinePicture picture = rooflineOf(*sampleWork(), WorkDetail::Phase);
    // 100 TFLOP/s of the peak of one die.
    const QString text = sentenceOf(*picture.arithmetic.find("experts"), picture);
    for (const char* part : {"Experts", "200", "100", "60.0", "products of the experts"})
        EXPECT_TRUE(text.contains(part)) << part << ": " << text.toStdString();
    const QString sent = sentenceOf(*picture.fabric.find("dispatch"), picture);
    for (const char* part : {"Dispatch", "10.0", "51.0", "dispatch on the links"}) // of 196 GB/s
        EXPECT_TRUE(sent.contains(part)) << part << ": " << sent.toStdString();
}

TEST(RooflineWords, ARoofNamesItsSource) {
    const RooflinePicture whole = rooflineOf(*sampleWork(), WorkDetail::Phase);
    for (const Roof& roof : whole.arithmetic.roofs)
        EXPECT_FALSE(roof.source.isEmpty());
    EXPECT_FALSE(sentenceOf(whole.fabric.roofs[0], whole).contains("before"));
    const RooflinePicture less = rooflineOf(*sampleWork({Fail{"plane 3"}}), WorkDetail::Phase);
    const QString text = sentenceOf(less.fabric.roofs[0], less);
    EXPECT_TRUE(text.contains("168") && text.contains("196") && text.contains("before"))
        << text.toStdString();
}

} // namespace supernode::test
