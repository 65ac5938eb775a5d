// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace guichet {

/// Reads one HTTP/1.1 message as it arrives, request or answer, with limits: 16 KiB of head, `mostBody` of body. Knows Content-Length and
/// chunks; of an answer without either the end of the line is the end. Interim answers (1xx) are passed over. What follows is ignored.
class NexoHttp
{
public:
    enum class Kind { Request, Answer };
    enum class State { Reading, Complete, Broken };

    static constexpr qsizetype mostHead = 16 * 1024;
    static constexpr qsizetype defaultMostBody = 1024 * 1024;
    explicit NexoHttp(Kind kind, qsizetype mostBody = defaultMostBody) : m_kind{kind}, m_mostBody{mostBody} {}

    State feed(const QByteArray &bytes);
    /// The other side has closed.
    State end();

    State state() const { return m_state; }
    int status() const { return m_status; }          ///< Of an answer: 200.
    QByteArray startLine() const { return m_start; } ///< Of a request: `POST /nexo/ HTTP/1.1`.
    QByteArray body() const { return m_body; }

private:
    enum class Part { Head, Body, ChunkSize, ChunkData, ChunkEnd, Trailer, UntilEnd };
    bool step(); ///< Whether it got on; otherwise more bytes are needed, or it is over.
    bool readHeadLine();
    bool readStart(const QByteArray &line);
    bool readField(const QByteArray &line);
    bool endHead();
    bool readBody(Part next);
    bool readChunkSize();
    bool readEmptyLine(Part next);
    bool takeLine(QByteArray &line);
    bool become(State state);

    Kind m_kind;
    qsizetype m_mostBody;
    State m_state = State::Reading;
    Part m_part = Part::Head;
    QByteArray m_waiting; ///< Arrived and not yet read.
    QByteArray m_start;
    QByteArray m_body;
    int m_status = 0;
    qsizetype m_lineBytes = 0; ///< Of the head, or of the lines around one chunk.
    qsizetype m_left = -1;     ///< Of the body or the chunk; −1: not said.
    bool m_isChunked = false;
};

/// The bytes of a POST of JSON to `path`, after which the line is closed.
QByteArray httpPost(const QByteArray &path, const QByteArray &host, const QByteArray &json);
/// The bytes of an answer: `200 OK`, and JSON or nothing.
QByteArray httpAnswer(const QByteArray &status, const QByteArray &json);

} // namespace guichet
