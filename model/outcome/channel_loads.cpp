// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/outcome.h"

#include <numeric>
#include <span>

namespace supernode {
namespace {

// In eight sums, which a processor adds side by side.
double sumOf(std::span<const float> values) {
    std::array<double, 8> sums{};
    std::size_t i = 0;
    for (; i + sums.size() <= values.size(); i += sums.size())
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] += static_cast<double>(values[i + k]);
    for (; i < values.size(); ++i)
        sums[0] += static_cast<double>(values[i]);
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

} // namespace

ChannelLoads::ChannelLoads(std::vector<float> load, std::vector<float> payload, double delivered)
    : m_delivered(delivered), m_numbers{std::move(load), std::move(payload)} {}

ChannelLoads::ChannelLoads(const PerLinkKind& wire, double delivered, std::function<Numbers()> make)
    : m_delivered(delivered), m_wire(wire), m_make(std::move(make)) {}

const ChannelLoads::Numbers& ChannelLoads::numbers() const {
    if (m_make)
        std::call_once(m_once, [this] { m_numbers = m_make(); });
    return m_numbers;
}

PerLinkKind ChannelLoads::wire(const Fabric& fabric) const {
    if (m_wire)
        return *m_wire;
    PerLinkKind sums{};
    for (std::size_t k = 0; k < linkKinds; ++k) {
        const auto kind = static_cast<LinkKind>(k);
        const std::size_t first = channelOf(fabric.firstLink(kind), Direction::Up).value;
        sums[k] = sumOf({m_numbers.load.data() + first, std::size_t{2} * fabric.linkCount(kind)});
    }
    return sums;
}

LoadsPtr meanOf(std::vector<std::pair<LoadsPtr, double>> shares, const Fabric& fabric) {
    PerLinkKind wire{};
    double delivered = 0;
    for (const auto& [loads, share] : shares) {
        delivered += loads->delivered() * share;
        const PerLinkKind one = loads->wire(fabric);
        for (std::size_t k = 0; k < linkKinds; ++k)
            wire[k] += one[k] * share;
    }
    const std::size_t channels = fabric.channelCount();
    return std::make_shared<const ChannelLoads>(wire, delivered, [shares = std::move(shares), channels] {
        ChannelLoads::Numbers mean{std::vector<float>(channels), std::vector<float>(channels)};
        for (const auto& [loads, share] : shares)
            for (std::size_t c = 0; c < channels; ++c) {
                mean.load[c] += static_cast<float>(static_cast<double>(loads->load()[c]) * share);
                mean.payload[c] += static_cast<float>(static_cast<double>(loads->payload()[c]) * share);
            }
        return mean;
    });
}

} // namespace supernode
