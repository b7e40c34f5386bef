// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/exchange_loads.h"

#include <algorithm>

namespace supernode {
namespace {

// Bytes on one channel of each resource.
struct OnResources {
    std::vector<double> load, payload;
    double delivered = 0;

    explicit OnResources(const Traffic& traffic) : load(traffic.sharing.resources()), payload(load.size()) {
        for (std::size_t f = 0; f < traffic.flows.size(); ++f) {
            const Flow& flow = traffic.flows[f];
            delivered += flow.bytes * flow.members;
            for (const Use use : traffic.usesOf(f)) {
                load[use.resource] += use.load * flow.bytes;
                payload[use.resource] += use.load * flow.bytes / flow.overhead;
            }
        }
    }
};

class TrafficExchange : public ExchangeLoads {
public:
    TrafficExchange(const Fabric& fabric, Traffic traffic, OnResources sums)
        : ExchangeLoads(sums.delivered, wireOf(fabric, traffic, sums), traffic.who), m_sums(std::move(sums)),
          m_resourceOf(std::move(traffic.resourceOf)) {}

    void addTo(std::vector<double>& load, std::vector<double>& payload, double times) const override {
        for (std::uint32_t c = 0; c < m_resourceOf.size(); ++c)
            if (const std::uint32_t r = m_resourceOf[c]; r != Traffic::unused) {
                load[c] += m_sums.load[r] * times;
                payload[c] += m_sums.payload[r] * times;
            }
    }

private:
    static PerLinkKind wireOf(const Fabric& fabric, const Traffic& traffic, const OnResources& sums) {
        std::vector<double> channels(traffic.sharing.resources());
        for (const std::uint32_t r : traffic.resourceOf)
            if (r != Traffic::unused)
                channels[r] += 1;
        PerLinkKind wire{};
        for (std::size_t r = 0; r < channels.size(); ++r)
            wire[static_cast<std::size_t>(fabric.link(linkOf(traffic.channel[r])).kind)] +=
                sums.load[r] * channels[r];
        return wire;
    }

    OnResources m_sums;
    std::vector<std::uint32_t> m_resourceOf; // per channel
};

} // namespace

ExchangeLoadsPtr exchangeLoads(const Fabric& fabric, Traffic traffic) {
    OnResources sums(traffic);
    return std::make_shared<const TrafficExchange>(fabric, std::move(traffic), std::move(sums));
}

} // namespace supernode
