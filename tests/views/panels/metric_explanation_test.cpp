// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/metric_explanation.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

Metric metric() {
    Metric m;
    m.name = "Throughput";
    m.sentence = "What arrives in a second.";
    m.formula = "payload / time";
    m.terms = {{"payload", 51.5, "GB", Grade::Modelled, {}},
               {"time", 342, "us", Grade::Assumption, "workload.time"}};
    return m;
}

TEST(MetricExplanation, TheInputThatMovesItMostComesFirst) {
    const std::vector<Sensitivity> moves{{"fabric.link_rate", 224, "Gbit/s", 0.98, Provenance{}},
                                         {"workload.bytes", 1, "bytes", -0.2, std::nullopt}};
    const QString html = explanationHtml(metric(), {}, &moves);
    EXPECT_TRUE(html.contains("link rate"));
    EXPECT_TRUE(html.contains("0.98"));
    EXPECT_LT(html.indexOf("link rate"), html.indexOf("bytes"));
    EXPECT_TRUE(html.contains("asked here")) << "a number of the question";
}

TEST(MetricExplanation, FormulaAndTermsAreFilledIn) {
    const QString html = explanationHtml(metric(), "NVL72 beside it.", nullptr);
    EXPECT_TRUE(html.contains("payload / time"));
    EXPECT_TRUE(html.contains("51.5"));
    EXPECT_TRUE(html.contains("NVL72 beside it."));
    EXPECT_TRUE(html.contains(QString::fromUtf8("…"))) << "what moves it is on its way";
}

TEST(MetricExplanation, NamesAreEscaped) {
    Metric m = metric();
    m.sentence = "a < b";
    EXPECT_TRUE(explanationHtml(m, {}, nullptr).contains("a &lt; b"));
}

} // namespace
} // namespace supernode
