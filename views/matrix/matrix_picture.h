// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends to whom in one phase, as a square of numbers: by die, by node or by rack.
//
// Rows send, columns receive, in the order of the machine. Units: bytes per second, mean over the phase;
// bytes of the phase. Folding sums the pairs of two groups; what stays inside one is its diagonal. Limit:
// more than mostSingle endpoints are shown by node or rack. Pure; any thread. Promise: folding keeps the sum.
// [MatrixPicture.FoldingKeepsTheSum]
#pragma once

#include "model/outcome/outcome.h"
#include "views/scene/ramp.h"

#include <QImage>
#include <QRectF>
#include <QString>

#include <memory>

namespace supernode {

enum class Fold : std::uint8_t { Endpoint, Node, Rack };
enum class ColourScale : std::uint8_t { Linear, Logarithmic };
enum class Ground : std::uint8_t { Dark, Light }; // more is lighter, more is darker

constexpr std::size_t mostSingle = 1024;

struct MatrixBand { // what belongs to one rack
    ElementId element;
    std::uint32_t first = 0, count = 0; // rows
};

struct MatrixPicture {
    Fold fold = Fold::Endpoint;
    std::vector<ElementId> elements; // one a row
    std::vector<MatrixBand> bands;
    std::vector<float> rate;    // row by row; empty: nothing is known or sent
    double most = 0, least = 0; // of the rates above 0
    double bytes = 0;           // of all pairs in the phase
    double bytesPerRate = 0;    // the phase in seconds

    std::uint32_t size() const { return static_cast<std::uint32_t>(elements.size()); }
    double at(std::uint32_t from, std::uint32_t to) const {
        return rate.empty() ? 0 : static_cast<double>(rate[static_cast<std::size_t>(from) * size() + to]);
    }
    std::uint32_t senders() const; // rows that send anything
    // Where a rate stands on the colour scale, 0..1; below 0: nothing is sent.
    float place(double value, ColourScale scale) const;
};
using MatrixPtr = std::shared_ptr<const MatrixPicture>;

bool canFold(const Fabric& fabric, Fold fold);
MatrixPtr matrixOf(const Outcome& outcome, const Phase& phase, Fold fold);

// The part `window` (in rows and columns) as an image; where several cells share a pixel the largest shows.
// Promise: a single pair is seen at any size. [MatrixPicture.ASinglePairIsSeenAtAnySize]
struct MatrixInk {
    Ground ground = Ground::Dark;
    QRgb nothing = 0; // of cells that send nothing
};
QImage textureOf(const MatrixPicture& picture, ColourScale scale, const QRectF& window, QSize pixels,
                 MatrixInk ink);
Vec3 cellColour(float place, Ground ground); // place 0..1

} // namespace supernode
