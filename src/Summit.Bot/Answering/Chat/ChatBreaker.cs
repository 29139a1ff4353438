namespace Summit.Bot.Answering.Chat;

/// <summary>Keeps questions from a model that has failed: for a time none is put to it, then one, and all again once that one was answered. Safe for several threads.</summary>
internal sealed class ChatBreaker(TimeSpan pause, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _openedAt;
    private bool _isOpen, _isTrying;

    /// <summary>Whether a question may be put to the model; then <see cref="Report"/> must follow.</summary>
    public bool TryEnter()
    {
        lock (_gate)
        {
            if (!_isOpen)
                return true;
            if (_isTrying || time.GetElapsedTime(_openedAt) < pause)
                return false;
            return _isTrying = true;
        }
    }

    /// <summary>Notes whether the model answered; null where nothing was found out, since the question was given up.</summary>
    public void Report(bool? hasAnswered)
    {
        lock (_gate)
        {
            _isTrying = false;
            if (hasAnswered is not { } isWell)
                return;
            _isOpen = !isWell;
            if (!isWell)
                _openedAt = time.GetTimestamp();
        }
    }
}
