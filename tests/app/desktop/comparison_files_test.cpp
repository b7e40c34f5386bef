// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/comparison_files.h"

#include "app/desktop/compare_mode.h"
#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "app/files/text_file.h"
#include "tests/app/desktop/window_test.h"
#include "views/charts/bar_card.h"
#include "views/charts/comparison_board.h"

#include <QDir>
#include <QTemporaryDir>

namespace supernode {
namespace {

class ComparisonFilesTest : public test::WindowTest {
protected:
    ComparisonFilesTest() {
        window.setMode(MainWindow::Mode::Compare);
        window.settle();
    }
    std::string page() const { return *readTextFile(folder.filePath("report.html").toStdString()); }
    QTemporaryDir folder;
};

TEST_F(ComparisonFilesTest, ThePageHoldsTheNumbersOfTheBoard) {
    ASSERT_EQ(window.compare().writeFiles(folder.path()), "");
    const std::string text = page();
    for (const BarCard* card : window.compare().board().cards())
        EXPECT_NE(text.find(card->title().toStdString()), std::string::npos) << card->id().toStdString();
    EXPECT_NE(text.find(window.compare().board().headline().toStdString()), std::string::npos);
    EXPECT_NE(text.find("559.378"), std::string::npos);
    EXPECT_NE(text.find("50.0 %"), std::string::npos) << "the claim of 100 % optics";
}

TEST_F(ComparisonFilesTest, EveryChartComesAsVectorsPixelsAndNumbers) {
    ASSERT_EQ(window.compare().writeFiles(folder.path()), "");
    const QDir charts(folder.filePath("charts"));
    for (const BarCard* card : window.compare().board().cards()) {
        EXPECT_TRUE(charts.exists(card->id() + ".svg")) << card->id().toStdString();
        EXPECT_FALSE(QImage(charts.filePath(card->id() + ".png")).isNull()) << card->id().toStdString();
    }
    EXPECT_TRUE(readTextFile(folder.filePath("numbers.csv").toStdString())->starts_with("title,unit"));
    QFile pdf(folder.filePath("report.pdf"));
    ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
    EXPECT_TRUE(pdf.readAll().startsWith("%PDF"));
}

// A third machine with a plane failed: it is a file beside the page, named in the command.
TEST_F(ComparisonFilesTest, TheCommandBringsTheChangedMachinesAlong) {
    const SystemPtr own = builtinSystem("cloudmatrix384");
    window.compare().contenders().add({own, {Fail{"plane 3"}}});
    window.settle();
    ASSERT_EQ(window.compare().writeFiles(folder.path()), "");
    EXPECT_NE(page().find("supernode compare scenario.json --per system --against gb200-nvl72 --against "
                          "machine-3.json --report report.html"),
              std::string::npos);
    EXPECT_TRUE(openScenario(folder.filePath("scenario.json").toStdString()));
    const Result<Scenario> third = openScenario(folder.filePath("machine-3.json").toStdString());
    ASSERT_TRUE(third);
    EXPECT_EQ(third->changes, (std::vector<Change>{Fail{"plane 3"}}));
    EXPECT_TRUE(*third->system == *own);
}

TEST_F(ComparisonFilesTest, AFolderThatCannotBeMadeIsSaid) {
    EXPECT_NE(window.compare().writeFiles("/dev/null/report"), "");
}

} // namespace
} // namespace supernode
