// SPDX-License-Identifier: GPL-3.0-or-later
// Requests through prefill, transfer and decode: a simulation of events, the same each time for a seed.
//
// Arrivals are Poisson; all requests are alike. Prefill: one queue before all instances; a free instance
// takes up to its batch at once, and its pass takes a fixed part and a part for each prompt, at least for so
// many. The cache then moves to the decode instance with the fewest requests, which takes it when it has
// room; there all requests get tokens at the speed of that batch size, linear between the points of a table.
// A simulation rather than a closed M/G/c form, because batches and a speed that depends on the batch leave
// no closed form for percentiles. Limits: `requests` of them, the first tenth of which is not counted; near
// the stable limit the queue of an endless run would be longer. Cost: O(n log n), some microseconds a
// request. Units: seconds. Promise: without waiting every request takes its service times.
// [ServingQueue.ALoneRequestTakesItsServiceTimes] Promise: one server with single services waits as Pollaczek
// and Khinchine say. [ServingQueue.WaitsAsPollaczekAndKhinchineSay]
#pragma once

#include <cstdint>
#include <vector>

namespace supernode {

struct QueueAsked {
    double arrivalsPerSecond = 1;
    int requests = 4000;
    std::uint64_t seed = 1;
    int prefillInstances = 1;
    int prefillBatch = 1;     // most prompts of a pass
    double passFixed = 0;     // seconds
    double passPerPrompt = 1; // seconds
    double leastPrompts = 1;  // fewer take as long: whole prompts stay on a rank
    double transfer = 0;      // seconds of one request
    int decodeInstances = 1;
    int outputTokens = 1;
    // Of one decode instance: batches, rising, and the seconds of a further token at each; the last batch is
    // the most that it holds.
    std::vector<double> batch{1};
    std::vector<double> tokenSeconds{1};
};

struct QueueAnswer {
    std::vector<double> firstToken; // seconds from arrival, sorted
    std::vector<double> perToken;   // seconds of each further token, in the mean of a request, sorted
    double good = 0;                // share of requests within both limits
    double meanDecodeBatch = 0;     // of one instance, over time
    double prefillBusy = 0;         // share of time
};

double passSeconds(const QueueAsked& asked, double prompts);
// The greatest arrival rate at which no queue grows for ever.
double stableRate(const QueueAsked& asked);
QueueAnswer runQueue(const QueueAsked& asked, double firstTokenLimit, double perTokenLimit);
// Nearest rank; 0 of nothing.
double percentile(const std::vector<double>& sorted, double share);

} // namespace supernode
