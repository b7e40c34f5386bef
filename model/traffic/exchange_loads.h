// SPDX-License-Identifier: GPL-3.0-or-later
// What many send at once, as a whole, and on demand channel by channel.
//
// Workloads that send the same again and again, at many moments and mixed in many ways, need the sums of it
// at once and single channels only when somebody looks. Units: bytes, of the exchange made once.
// Ownership: an exchange keeps all that it needs, the fabric too. Thread: read anywhere.
// Promise: both kinds put on the channels what their flows do. [ExchangeLoads.PutsOnChannelsWhatItsFlowsDo]
#pragma once

#include "model/traffic/traffic.h"

#include <memory>
#include <vector>

namespace supernode {

class ExchangeLoads {
public:
    virtual ~ExchangeLoads() = default;
    ExchangeLoads(const ExchangeLoads&) = delete;
    ExchangeLoads& operator=(const ExchangeLoads&) = delete;

    double delivered() const { return m_delivered; }   // payload that arrives, all receivers
    const PerLinkKind& wire() const { return m_wire; } // over all channels, protocol included
    const PairBytesPtr& who() const { return m_who; }  // sends to whom; null when that was not asked for
    // Adds so many of it to each channel: what is on the wire, and payload.
    virtual void addTo(std::vector<double>& load, std::vector<double>& payload, double times) const = 0;

protected:
    ExchangeLoads(double delivered, const PerLinkKind& wire, PairBytesPtr who)
        : m_delivered(delivered), m_wire(wire), m_who(std::move(who)) {}

private:
    double m_delivered;
    PerLinkKind m_wire;
    PairBytesPtr m_who;
};
using ExchangeLoadsPtr = std::shared_ptr<const ExchangeLoads>;

// All flows of some traffic, whose channels are mapped.
ExchangeLoadsPtr exchangeLoads(const Fabric& fabric, Traffic traffic);

} // namespace supernode
