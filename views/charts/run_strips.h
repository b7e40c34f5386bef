// SPDX-License-Identifier: GPL-3.0-or-later
// Curves over the timeline: how busy the links are, what arrives, what is drawn, with the baseline in grey.
//
// Three strips on the time axis of a track: its zoom is theirs, a drag moves the playhead, the wheel zooms
// the track, a double click shows all of it. The strips are drawn once into an image by Qt Charts; a frame is
// that image and a line. Nothing is computed while it is hidden. The track outlives it. Units: model time;
// values as the words beside each strip say. Thread: GUI.
// Promise: time alone draws nothing anew. [RunStrips.TimeAloneDrawsNothingAnew]
// Promise: its time axis is the track's. [RunStrips.ATimeStandsUnderItsPlaceOnTheTrack]
#pragma once

#include "model/outcome/over_time.h"
#include "views/panels/timeline_track.h"

#include <QFrame>
#include <QGraphicsScene>
#include <QList>
#include <QPixmap>
#include <QPointF>

#include <array>

class QAreaSeries;
class QChart;
class QLineSeries;
class QValueAxis;

namespace supernode {

class RunStrips : public QFrame {
    Q_OBJECT

public:
    enum Quantity : std::size_t { Links, Throughput, Power }; // in this order, from above
    static constexpr std::size_t quantities = 3;

    explicit RunStrips(TimelineTrack& track, QWidget* parent = nullptr);
    ~RunStrips() override;
    void setOutcome(OutcomePtr outcome, OutcomePtr baseline); // baseline may be null or the same
    void setPlayhead(Duration time);

    double xOf(Duration time) const;
    Duration timeAt(double x) const;
    QString valueText(Quantity quantity) const { return m_texts[quantity]; } // at the playhead
    QList<QPointF> points(Quantity quantity) const;
    QList<QPointF> baselinePoints(Quantity quantity) const;
    bool hasPower() const { return !m_now.watts.empty(); }
    std::size_t layersPainted() const { return m_layersPainted; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void scrubbed(supernode::Duration time);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // of the track: where it stands
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct Strip {
        QChart* chart = nullptr; // owned by the scene
        QLineSeries *now = nullptr, *edge = nullptr, *baseline = nullptr;
        QAreaSeries* area = nullptr; // below `edge`
        QValueAxis *x = nullptr, *y = nullptr;
    };
    const std::vector<float>& values(const OverTime& over, Quantity quantity) const;
    QString textOf(Quantity quantity, double value) const;
    std::size_t shown() const { return hasPower() ? 3 : 2; }
    QRectF stripRect(std::size_t index) const;
    void makeStrip(Strip& strip);
    void compute();
    void refresh();
    void fillStrips();
    void paintLayer();
    void paintWords();
    void updateTexts();

    TimelineTrack& m_track;
    OutcomePtr m_outcome, m_baseline;
    OverTime m_now, m_before;
    bool m_old = false; // the outcome has changed since it was computed
    Duration m_playhead;
    const Interval* m_interval = nullptr;
    std::array<QString, quantities> m_texts;
    QGraphicsScene m_scene;
    std::array<Strip, quantities> m_strips;
    QPixmap m_layer, m_words;
    bool m_layerOld = true, m_wordsOld = true;
    std::size_t m_layersPainted = 0;
};

} // namespace supernode
