// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/matrix/matrix_picture.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace supernode {
namespace {

ElementId groupOf(const Fabric& f, std::size_t endpoint, Fold fold) {
    if (fold == Fold::Endpoint)
        return f.id(ElementKind::Endpoint, endpoint);
    const ElementId node = f.id(ElementKind::Node, f.nodeOfEndpoint(endpoint));
    return fold == Fold::Node ? node : f.element(node).parent;
}

struct Grouping {
    std::vector<std::uint32_t> groupOf; // per endpoint
    std::vector<ElementId> elements;
    std::vector<MatrixBand> bands;
};

Grouping groupingOf(const Fabric& f, Fold fold) {
    Grouping g;
    for (std::size_t e = 0; e < f.count(ElementKind::Endpoint); ++e) {
        const ElementId element = groupOf(f, e, fold), rack = groupOf(f, e, Fold::Rack);
        if (g.elements.empty() || g.elements.back() != element) {
            g.elements.push_back(element);
            if (g.bands.empty() || g.bands.back().element != rack)
                g.bands.push_back({rack, static_cast<std::uint32_t>(g.elements.size() - 1), 0});
            ++g.bands.back().count;
        }
        g.groupOf.push_back(static_cast<std::uint32_t>(g.elements.size() - 1));
    }
    return g;
}

} // namespace

std::uint32_t MatrixPicture::senders() const {
    std::uint32_t count = 0;
    for (auto row = rate.begin(); row != rate.end(); row += size())
        count += std::any_of(row, row + size(), [](float sent) { return sent > 0; });
    return count;
}

float MatrixPicture::place(double value, ColourScale scale) const {
    if (value <= 0 || most <= 0)
        return -1;
    if (scale == ColourScale::Linear)
        return static_cast<float>(value / most);
    if (most <= least * (1 + 1e-9))
        return 1;
    return static_cast<float>(std::clamp(std::log(value / least) / std::log(most / least), 0.0, 1.0));
}

bool canFold(const Fabric& fabric, Fold fold) {
    return fold != Fold::Endpoint || fabric.count(ElementKind::Endpoint) <= mostSingle;
}

MatrixPtr matrixOf(const Outcome& outcome, const Phase& phase, Fold fold) {
    auto picture = std::make_shared<MatrixPicture>();
    Grouping grouping = groupingOf(*outcome.fabric, fold);
    picture->fold = fold;
    picture->elements = std::move(grouping.elements);
    picture->bands = std::move(grouping.bands);
    picture->bytesPerRate = phase.duration.base();
    if (!phase.sends || phase.sends->empty() || phase.duration.base() <= 0)
        return picture;
    const std::vector<double> bytes = phase.sends->folded(grouping.groupOf, picture->size());
    const double perSecond = phase.sendsPerPhase / phase.duration.base();
    picture->rate.reserve(bytes.size());
    picture->bytes = std::accumulate(bytes.begin(), bytes.end(), 0.0) * phase.sendsPerPhase;
    for (const double b : bytes) {
        const double rate = b * perSecond;
        picture->rate.push_back(static_cast<float>(rate));
        picture->most = std::max(picture->most, rate);
        if (rate > 0 && (picture->least <= 0 || rate < picture->least))
            picture->least = rate;
    }
    return picture;
}

Vec3 cellColour(float place, Ground ground) {
    return rampAt(place, ground == Ground::Dark ? utilizationRamp : deepeningRamp);
}

QImage textureOf(const MatrixPicture& picture, ColourScale scale, const QRectF& window, QSize pixels,
                 MatrixInk ink) {
    QImage image(pixels, QImage::Format_RGB32);
    image.fill(ink.nothing);
    const auto n = static_cast<int>(picture.size());
    if (picture.rate.empty() || window.isEmpty())
        return image;
    constexpr int shades = 256;
    std::array<QRgb, shades> colours{};
    for (int i = 0; i < shades; ++i) {
        const Vec3 c = cellColour(static_cast<float>(i) / (shades - 1), ink.ground);
        colours[static_cast<std::size_t>(i)] = QColor::fromRgbF(c.x, c.y, c.z).rgb();
    }
    // The cells under each row or column of pixels: at least one.
    const auto range = [n](double first, double length, int pixel, int count) {
        const int from = std::clamp(static_cast<int>(first + length * pixel / count), 0, n - 1);
        const int end = static_cast<int>(std::ceil(first + length * (pixel + 1) / count - 1e-9));
        return std::pair(from, std::clamp(end, from + 1, n));
    };
    std::vector<std::pair<int, int>> columns;
    for (int x = 0; x < pixels.width(); ++x)
        columns.push_back(range(window.left(), window.width(), x, pixels.width()));
    std::vector<float> largest(static_cast<std::size_t>(n)); // of each column, in the rows under a pixel
    for (int y = 0; y < pixels.height(); ++y) {
        const auto [top, bottom] = range(window.top(), window.height(), y, pixels.height());
        std::fill(largest.begin(), largest.end(), 0.F);
        for (int r = top; r < bottom; ++r) {
            const float* row = picture.rate.data() + static_cast<std::ptrdiff_t>(r) * n;
            for (int i = 0; i < n; ++i)
                largest[static_cast<std::size_t>(i)] = std::max(largest[static_cast<std::size_t>(i)], row[i]);
        }
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < pixels.width(); ++x) {
            const auto [left, right] = columns[static_cast<std::size_t>(x)];
            const float place = picture.place(
                static_cast<double>(*std::max_element(largest.data() + left, largest.data() + right)), scale);
            if (place >= 0)
                line[x] = colours[static_cast<std::size_t>(place * (shades - 1) + 0.5F)];
        }
    }
    return image;
}

} // namespace supernode
