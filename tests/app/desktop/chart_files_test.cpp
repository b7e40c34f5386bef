// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chart_files.h"

#include "app/desktop/compare_mode.h"
#include "app/desktop/curves_page.h"
#include "app/desktop/sheet.h"
#include "app/desktop/what_if.h"
#include "app/files/text_file.h"
#include "tests/app/desktop/window_test.h"
#include "views/charts/bar_card.h"
#include "views/charts/comparison_board.h"
#include "views/charts/curve_card.h"
#include "views/charts/degradation_card.h"
#include "views/charts/link_card.h"
#include "views/charts/scatter_card.h"
#include "views/panels/notice_bar.h"
#include "views/panels/number_sheet.h"
#include "views/panels/pill_button.h"
#include "views/panels/segmented.h"

#include <QDir>
#include <QMenu>
#include <QStandardPaths>
#include <QXmlStreamReader>

namespace supernode {
namespace {

class ChartFilesTest : public test::WindowTest {
protected:
    ChartFilesTest() {
        QStandardPaths::setTestModeEnabled(true);
        window.setMode(MainWindow::Mode::Compare);
        window.settle();
        click(compare.pageSwitch().option(CompareMode::TheBoard));
    }
    BarCard* card(const QString& id) {
        for (BarCard* one : compare.board().cards())
            if (one->id() == id)
                return one;
        return nullptr;
    }
    // The file that the notice names.
    QByteArray saved(const QString& suffix) {
        const QString sentence = window.notice().sentence();
        EXPECT_TRUE(sentence.endsWith(suffix)) << sentence.toStdString();
        QFile file(sentence.mid(sentence.indexOf('/')));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
        const QByteArray bytes = file.readAll();
        file.remove();
        return bytes;
    }
    CompareMode& compare = window.compare();
};

bool isXml(const QByteArray& bytes) {
    QXmlStreamReader reader(bytes);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

TEST_F(ChartFilesTest, TheSameChartGivesTheSameBytes) {
    click(compare.pageSwitch().option(CompareMode::CurvesOfThem));
    std::vector<QWidget*> charts(compare.board().cards().begin(), compare.board().cards().end());
    charts.push_back(&compare.curves().card(0));
    for (QWidget* chart : charts)
        for (const ChartFormat format : chartFormats) {
            const QByteArray once = chartBytes(*chart, format);
            chart->resize(chart->size() + QSize(13, 7));
            EXPECT_EQ(once, chartBytes(*chart, format)) << chartName(*chart).toStdString();
            EXPECT_FALSE(once.isEmpty());
            EXPECT_TRUE(format != ChartFormat::Svg || isXml(once)) << chartName(*chart).toStdString();
            EXPECT_TRUE(format != ChartFormat::Png || !QImage::fromData(once).isNull());
        }
}

// Decode of both machines as the card has them, to the last digit.
TEST_F(ChartFilesTest, TheTableHoldsTheNumbersOfTheCard) {
    const BarCard& decode = *card("decode");
    const QList<QByteArray> lines = chartBytes(decode, ChartFormat::Csv).split('\n');
    ASSERT_GE(lines.size(), 2);
    EXPECT_TRUE(lines[0].startsWith("title,unit,note,grade,CloudMatrix 384,GB200 NVL72,")) << lines[0].data();
    const QList<QByteArray> fields = lines[1].split(',');
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_DOUBLE_EQ(fields[fields.size() - 6 + static_cast<qsizetype>(i)].toDouble(), // of each, then
                         decode.barValue(i));                                              // four of ranges
}

// A tap on a card, then on a format: the chart is in a file, and the notice says where.
TEST_F(ChartFilesTest, ACardIsSavedByTwoTaps) {
    const QByteArray suffixes[] = {".png", ".svg", ".csv"};
    click(card("price"));
    for (int i = 0; i < 3; ++i) {
        click(compare.numberSheet().saveButtons()[static_cast<std::size_t>(i)]);
        EXPECT_EQ(saved(suffixes[i]), chartBytes(*card("price"), chartFormats[static_cast<std::size_t>(i)]));
    }
}

TEST_F(ChartFilesTest, ACurveIsSavedByItsButton) {
    click(compare.pageSwitch().option(CompareMode::CurvesOfThem));
    click(&compare.curves().saveButton(1));
    auto* menu = compare.curves().card(1).findChild<QMenu*>();
    ASSERT_NE(menu, nullptr);
    EXPECT_TRUE(menu->isVisible());
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions()[2]).center());
    EXPECT_EQ(saved(".csv"), curveCsv(compare.curves().card(1).question()));
}

// The charts of Explore by a right click, as all others.
TEST_F(ChartFilesTest, ARightClickSavesAnyChartOfTheWindow) {
    window.setMode(MainWindow::Mode::Explore);
    window.settle();
    auto* links = window.findChild<LinkCard*>();
    ASSERT_NE(links, nullptr);
    EXPECT_EQ(chartAt(links->findChild<QLabel*>()), links);
    const QByteArray csv = chartBytes(*links, ChartFormat::Csv);
    EXPECT_EQ(csv.count('\n'), 102) << "a head and 0 to 100 %";
    EXPECT_TRUE(isXml(chartBytes(*links, ChartFormat::Svg)));
    QContextMenuEvent event(QContextMenuEvent::Mouse, links->rect().center(),
                            links->mapToGlobal(links->rect().center()));
    QCoreApplication::sendEvent(links, &event);
    EXPECT_NE(links->findChild<QMenu*>(), nullptr);
    EXPECT_EQ(chartAt(&window), nullptr);
}

// Two dots over one x, one of them not beaten; the line of the front runs through both of its dots.
TEST(ScatterFiles, EveryDotIsARowAndTheFrontIsSaid) {
    ScatterCard card;
    card.setTitles("watts", "tokens");
    card.setPoints({{1, 5, 0, true}, {1, 2, 1, false}, {3, 9, 2, true}});
    EXPECT_EQ(chartAt(&card), &card);
    EXPECT_EQ(chartName(card), "sweep");
    EXPECT_EQ(chartBytes(card, ChartFormat::Csv), "\"watts\",\"tokens\",front\n1,2,0\n1,5,1\n3,9,1\n");
    const QByteArray svg = chartBytes(card, ChartFormat::Svg);
    EXPECT_TRUE(isXml(svg));
    EXPECT_EQ(svg.count("<circle"), 5) << "three dots, and two of the front once more";
    EXPECT_EQ(svg.count("<polyline"), 1);
    EXPECT_FALSE(QImage::fromData(chartBytes(card, ChartFormat::Png)).isNull());
}

// Every chart that is not on the board has a button for a finger that opens the same menu as a right click.
TEST_F(ChartFilesTest, AButtonOfEachOtherChartOpensTheMenu) {
    window.setMode(MainWindow::Mode::Explore);
    window.settle();
    const auto opensItsMenu = [](QWidget* chart) {
        ASSERT_NE(chart, nullptr);
        auto* save = chart->findChild<PillButton*>();
        ASSERT_NE(save, nullptr);
        save->click();
        auto* menu = chart->findChild<QMenu*>();
        ASSERT_NE(menu, nullptr) << chartName(*chart).toStdString();
        EXPECT_EQ(menu->actions().size(), 3);
        menu->close();
    };
    opensItsMenu(window.findChild<LinkCard*>());
    window.sheet().open(WhatIf::Best); // it lies over the other one
    window.settle();
    auto* dots = window.findChild<ScatterCard*>();
    dots->setPoints({{1, 5, 0, true}, {3, 9, 1, true}});
    dots->show(); // as after a sweep
    QCoreApplication::processEvents();
    opensItsMenu(dots);
    EXPECT_NE(window.findChild<DegradationCard*>()->findChild<PillButton*>(), nullptr)
        << "hidden until it is asked";
}

TEST(DegradationFiles, TheTableHasTheTrueNumbersOfParts) {
    DegradationCard card;
    Metric whole;
    whole.value = 200;
    card.setCurve({"modules", whole, {{0, 200, 200}, {64, 100, 50}}}, "modules", Qt::red);
    EXPECT_TRUE(chartBytes(card, ChartFormat::Csv).endsWith("\n0,100,100\n64,50,25\n"));
}

} // namespace
} // namespace supernode
