// SPDX-License-Identifier: GPL-3.0-or-later
// Marks under the roof of the fabric for work that only sends: one for each name of a phase.
//
// Bytes are those of the endpoint that sends or receives most, over its links of the network that carries
// more; of one exchange, where a phase makes several. Units: bytes, seconds. Pure; any thread.
// Promise: bytes over time is the payload of the busiest endpoint.
// [RooflineTraffic.ARateIsThePayloadOfTheBusiestEndpoint]
#pragma once

#include "views/roofline/roofline_picture.h"

namespace supernode {

struct SentWork {
    std::string phase;
    std::string limitedBy;
    Network network = Network::ScaleUp;
    double bytes = 0;   // in all
    double seconds = 0; // in which something arrives, in all
    double runs = 1;
};

std::vector<SentWork> sentWorkOf(const Outcome& outcome);

// What an endpoint that is whole can send over a network: as built, and after the failures of the scenario.
double endpointRate(const Outcome& outcome, Network network);

} // namespace supernode
