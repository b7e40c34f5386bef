// SPDX-License-Identifier: GPL-3.0-or-later
// The row of big numbers under the machine, as many as have room. A click on one asks why it is what it is.
#pragma once

#include "views/panels/painted.h"
#include "views/panels/tile_model.h"

class QHBoxLayout;

namespace supernode {

class HeadlineTile : public PaintedButton {
    Q_OBJECT

public:
    explicit HeadlineTile(QWidget* parent = nullptr);
    void setModel(const TileModel& model);
    const TileModel& model() const { return m_model; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool paintNumber(QPainter& painter, const Theme& theme) const;
    bool paintFoot(QPainter& painter, const Theme& theme) const;
    TileModel m_model;
};

class HeadlineTiles : public QWidget {
    Q_OBJECT

public:
    explicit HeadlineTiles(QWidget* parent = nullptr);
    void setTiles(const std::vector<TileModel>& tiles);
    const std::vector<HeadlineTile*>& tiles() const { return m_tiles; }
    QSize minimumSizeHint() const override;

signals:
    void metricChosen(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QHBoxLayout* m_row;
    std::vector<HeadlineTile*> m_tiles;
};

} // namespace supernode
