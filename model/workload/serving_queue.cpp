// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/serving_queue.h"

#include "model/base/random.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace supernode {
namespace {

struct Request {
    double arrival = 0, firstToken = 0, done = 0;
};

// Ends of a decode instance: all requests advance by the same tokens, so it keeps one clock of tokens.
class DecodeInstance {
public:
    DecodeInstance(const QueueAsked& asked) : m_q(asked) {}

    std::size_t load() const { return m_ends.size() + m_waiting.size(); }
    double busyTime() const { return m_requestSeconds; }
    // When the next request ends; never while there is none.
    double nextEnd() const {
        return m_ends.empty() ? HUGE_VAL : m_now + (m_ends.top().first - m_tokens) * secondsPerToken();
    }
    void add(double now, std::size_t request) {
        advance(now);
        m_waiting.push(request);
        admit();
    }
    std::size_t end(double now) {
        advance(now);
        const std::size_t request = m_ends.top().second;
        m_tokens = std::max(m_tokens, m_ends.top().first);
        m_ends.pop();
        admit();
        return request;
    }

private:
    using End = std::pair<double, std::size_t>; // on the clock of tokens

    double most() const { return std::max(1.0, m_q.batch.back()); }
    double secondsPerToken() const {
        const auto now = static_cast<double>(m_ends.size());
        const auto above = std::lower_bound(m_q.batch.begin(), m_q.batch.end(), now);
        const auto i = static_cast<std::size_t>(above - m_q.batch.begin());
        if (i == 0)
            return m_q.tokenSeconds.front();
        if (i == m_q.batch.size())
            return m_q.tokenSeconds.back();
        const double part = (now - m_q.batch[i - 1]) / (m_q.batch[i] - m_q.batch[i - 1]);
        return m_q.tokenSeconds[i - 1] + (m_q.tokenSeconds[i] - m_q.tokenSeconds[i - 1]) * part;
    }
    void advance(double now) {
        if (!m_ends.empty()) {
            m_tokens += (now - m_now) / secondsPerToken();
            m_requestSeconds += (now - m_now) * static_cast<double>(m_ends.size());
        }
        m_now = now;
    }
    void admit() {
        while (!m_waiting.empty() && static_cast<double>(m_ends.size()) + 1 <= most()) {
            m_ends.emplace(m_tokens + std::max(0, m_q.outputTokens - 1), m_waiting.front());
            m_waiting.pop();
        }
    }

    const QueueAsked& m_q;
    std::priority_queue<End, std::vector<End>, std::greater<>> m_ends;
    std::queue<std::size_t> m_waiting;
    double m_now = 0, m_tokens = 0, m_requestSeconds = 0;
};

std::vector<Request> arrivals(const QueueAsked& q) {
    Random random(q.seed);
    std::vector<Request> requests(static_cast<std::size_t>(q.requests));
    double now = 0;
    for (Request& r : requests) {
        // 53 random bits, never 0.
        const double uniform = (static_cast<double>(random.next() >> 11) + 1) / 9007199254740993.0;
        now += -std::log(uniform) / q.arrivalsPerSecond;
        r.arrival = now;
    }
    return requests;
}

// Fills firstToken; gives back the time for which instances were busy.
double prefill(const QueueAsked& q, std::vector<Request>& requests) {
    std::priority_queue<double, std::vector<double>, std::greater<>> free;
    for (int i = 0; i < q.prefillInstances; ++i)
        free.push(0);
    double busy = 0;
    for (std::size_t next = 0; next < requests.size();) {
        const double start = std::max(free.top(), requests[next].arrival);
        free.pop();
        std::size_t end = next + 1;
        while (end < requests.size() && end - next < static_cast<std::size_t>(q.prefillBatch) &&
               requests[end].arrival <= start)
            ++end;
        const double pass = passSeconds(q, static_cast<double>(end - next));
        for (; next < end; ++next)
            requests[next].firstToken = start + pass;
        free.push(start + pass);
        busy += pass;
    }
    return busy;
}

// Fills done; gives back the sum over time of the requests in decode.
double decode(const QueueAsked& q, std::vector<Request>& requests) {
    std::vector<std::size_t> order(requests.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return requests[a].firstToken < requests[b].firstToken;
    });
    std::vector<DecodeInstance> instances(static_cast<std::size_t>(q.decodeInstances), DecodeInstance(q));
    const auto firstToEnd = [&] {
        return std::min_element(instances.begin(), instances.end(),
                                [](const auto& a, const auto& b) { return a.nextEnd() < b.nextEnd(); });
    };
    for (std::size_t i = 0; i <= order.size(); ++i) {
        const double now = i < order.size() ? requests[order[i]].firstToken + q.transfer : HUGE_VAL;
        for (auto ending = firstToEnd(); ending->nextEnd() < HUGE_VAL && ending->nextEnd() <= now;
             ending = firstToEnd()) {
            const double at = ending->nextEnd();
            requests[ending->end(at)].done = at;
        }
        if (i < order.size())
            std::min_element(instances.begin(), instances.end(), [](const auto& a, const auto& b) {
                return a.load() < b.load();
            })->add(now, order[i]);
    }
    double sum = 0;
    for (const DecodeInstance& instance : instances)
        sum += instance.busyTime();
    return sum;
}

} // namespace

double passSeconds(const QueueAsked& q, double prompts) {
    return q.passFixed + q.passPerPrompt * std::max(prompts, q.leastPrompts);
}

double stableRate(const QueueAsked& q) {
    const double prefill = q.prefillInstances * q.prefillBatch / passSeconds(q, q.prefillBatch);
    if (q.outputTokens <= 1)
        return prefill;
    double best = 0;
    for (std::size_t i = 0; i < q.batch.size(); ++i)
        best = std::max(best, q.batch[i] / q.tokenSeconds[i]);
    return std::min(prefill, best * q.decodeInstances / (q.outputTokens - 1));
}

QueueAnswer runQueue(const QueueAsked& q, double firstTokenLimit, double perTokenLimit) {
    std::vector<Request> requests = arrivals(q);
    QueueAnswer answer;
    const double busy = prefill(q, requests);
    const double decoding = decode(q, requests);
    double end = 0;
    for (const Request& r : requests)
        end = std::max(end, r.done);
    for (std::size_t i = requests.size() / 10; i < requests.size(); ++i) {
        const Request& r = requests[i];
        const double first = r.firstToken - r.arrival;
        const double each = q.outputTokens > 1 ? (r.done - r.firstToken) / (q.outputTokens - 1) : 0;
        answer.firstToken.push_back(first);
        answer.perToken.push_back(each);
        answer.good += first <= firstTokenLimit && each <= perTokenLimit;
    }
    if (!answer.firstToken.empty())
        answer.good /= static_cast<double>(answer.firstToken.size());
    std::sort(answer.firstToken.begin(), answer.firstToken.end());
    std::sort(answer.perToken.begin(), answer.perToken.end());
    if (end > 0) {
        answer.meanDecodeBatch = decoding / end / q.decodeInstances;
        answer.prefillBusy = busy / end / q.prefillInstances;
    }
    return answer;
}

double percentile(const std::vector<double>& sorted, double share) {
    if (sorted.empty())
        return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

} // namespace supernode
