// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/errors_mode.h"

#include "app/desktop/error_words.h"
#include "tests/app/desktop/window_test.h"
#include "views/panels/pill_button.h"

namespace supernode::test {
namespace {

class ErrorsModeTest : public WindowTest {
protected:
    ErrorsModeTest() {
        window.setMode(MainWindow::Mode::Errors);
        window.settle();
    }
    ErrorsMode& page() { return window.errors(); }
};

TEST_F(ErrorsModeTest, EveryCaseStandsOnThePage) {
    EXPECT_EQ(page().rows().size(), builtinCases().size());
    EXPECT_TRUE(page().headline().contains(QString::number(builtinCases().size())))
        << page().headline().toStdString();
}

TEST_F(ErrorsModeTest, AClickOnARowTellsItsSource) {
    for (ErrorRow* row : page().rows()) {
        if (!row->view().title.contains("Point to point"))
            continue;
        QTest::mouseClick(row, Qt::LeftButton);
        EXPECT_TRUE(row->isChecked());
        EXPECT_TRUE(page().detail().contains("A4.T1")) << page().detail().toStdString();
        EXPECT_TRUE(page().detail().contains("arxiv.org")) << page().detail().toStdString();
        return;
    }
    FAIL() << "no case of a point-to-point transfer";
}

TEST_F(ErrorsModeTest, ACaseOpensInExplore) {
    const auto runs = std::find_if(page().rows().begin(), page().rows().end(),
                                   [](const ErrorRow* row) { return row->view().error.has_value(); });
    ASSERT_NE(runs, page().rows().end());
    QTest::mouseClick(*runs, Qt::LeftButton);
    QTest::mouseClick(page().openButton(), Qt::LeftButton);
    window.settle();
    EXPECT_EQ(window.mode(), MainWindow::Mode::Explore);
    EXPECT_NE(session.scenario(), *builtinScenario("all-to-all"));
}

// Errors of -30 %, 10 %, one that did not run, and 0: the missing one first, then by size.
TEST(ErrorWords, TheWorstStandsFirst) {
    std::vector<CaseResult> results(4);
    const double errors[] = {0.1, -0.3, 0, 0};
    for (std::size_t i = 0; i < 4; ++i) {
        results[i].published.id = std::to_string(i);
        results[i].error = errors[i];
        if (i != 2)
            results[i].modelled = 1;
    }
    std::string order;
    for (const CaseResult& r : worstFirst(results))
        order += r.published.id;
    EXPECT_EQ(order, "2103");
}

// Of 10 %, -30 % and 20 % the one in the middle is 20 %; of the other role there is none.
TEST(ErrorWords, TheMedianCountsOneRoleWithoutSign) {
    std::vector<CaseResult> results(3);
    const double errors[] = {0.1, -0.3, 0.2};
    for (std::size_t i = 0; i < 3; ++i) {
        results[i].modelled = 1;
        results[i].error = errors[i];
        results[i].published.role = CaseRole::Prediction;
    }
    EXPECT_DOUBLE_EQ(*medianError(results, CaseRole::Prediction), 0.2);
    EXPECT_FALSE(medianError(results, CaseRole::Calibration));
}

} // namespace
} // namespace supernode::test
